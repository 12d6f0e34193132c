import { en as result } from './resultEn.ts'
import { en as tables } from './tablesEn.ts'

/** English texts of the page Reform; loaded with the page. `fr.ts` has the same keys or does not compile. */
export const en = { ...tables, ...result } as const
