import type { Translation } from '../translation.ts'
import type { en } from './en.ts'
import { fr as result } from './resultFr.ts'
import { fr as tables } from './tablesFr.ts'

/** French texts of the page Reform. */
export const fr: Translation<typeof en> = { ...tables, ...result }
