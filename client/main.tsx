import { serverBackend } from './engine/serverBackend.ts'
import { showPage } from './showPage.tsx'

showPage({ backend: serverBackend })
