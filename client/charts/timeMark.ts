import type { Day } from '../../shared/lib/day.ts'

/** Something that happened, as a vertical line on a chart over time. */
export interface TimeMark {
  day: Day
  text: string
  /** Where the simulation begins; drawn stronger than the rest. */
  strong?: boolean
  /** Row of the text above the plot, so that close marks do not write over each other. */
  row: number
}
