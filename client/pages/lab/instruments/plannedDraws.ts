import { newestSnapshotNotAfter, publishedDraws } from '../../../../shared/draws/history.ts'
import { drawPlanner } from '../../../../shared/draws/schedule.ts'
import { formatDay, parseDay } from '../../../../shared/lib/day.ts'
import { type Stream, streams } from '../../../../shared/schema/common.ts'
import type { PlannedDraw, Scenario } from '../../../../shared/schema/scenario.ts'

/** The draws a scenario plans, on their nominal dates with nominal sizes. */
export function plannedDraws({ asOf, horizonDays, schedule }: Scenario): readonly PlannedDraw[] {
  const from = newestSnapshotNotAfter(parseDay(asOf)).asOf
  const to = formatDay(parseDay(asOf) + horizonDays)
  return drawPlanner(schedule, { from, to, history: publishedDraws })().draws
}

/** The streams of some draws: CEC first, then in the order of `streams`. */
export function streamsOf(draws: readonly PlannedDraw[]): Stream[] {
  const order: readonly Stream[] = ['cec', ...streams.filter((stream) => stream !== 'cec')]
  return order.filter((stream) => draws.some((draw) => draw.stream === stream))
}
