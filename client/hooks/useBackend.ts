import { createContext, useContext } from 'react'
import type { Backend } from '../engine/backend.ts'
import { serverBackend } from '../engine/serverBackend.ts'

/** Where this page's runs are computed: the server, unless something above puts the browser itself there. */
export const BackendContext = createContext<Backend>(serverBackend)

export const useBackend = (): Backend => useContext(BackendContext)
