import type { Day } from '../lib/day.ts'
import type { Stream } from '../schema/common.ts'
import type { BaseGroup } from './baseGroups.ts'

/** The newest draw of a stream before the pool's date: whoever of the stream stands above its cutoff has come since. */
export interface LastDraw {
  stream: Stream
  day: Day
  cutoff: number
}

/** Persons in the pool, and who come a day, by cell of score. */
export interface EstimatedPersons {
  stock: Float64Array
  perDay: Float64Array
}

/** Who is in the pool on a date by score, as draws and tables until then imply: what a synthetic pool is made to agree with. */
export interface PoolEstimate {
  /** `2025-12-14`: the date of the table. */
  asOf: string
  /** Lowest score of each cell, ascending; nobody here has more than 600 points. */
  cellFloors: readonly number[]
  /** Everybody, each in one group, in the order of `baseGroups`. */
  groups: readonly (EstimatedPersons & {
    group: BaseGroup
    /** Standard deviation of the logarithm of the group's inflow: how well it is known. */
    inflowDeviation: number
  })[]
  /** Categories that have been drawn; their people are also in the groups. */
  categories: readonly (EstimatedPersons & { stream: Stream })[]
  /** Newest draw of each stream. */
  lastDraws: readonly LastDraw[]
}
