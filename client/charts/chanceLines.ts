import type { ChanceByDate } from '../../shared/schema/chance.ts'
import type { Stream } from '../../shared/schema/common.ts'

/** A chance by date, as one line of a chart. */
export interface ChanceLine {
  key: string
  name: string
  colour: string
  /** Its markers; absent = dots. */
  stream?: Stream
  byDate: readonly ChanceByDate[]
}
