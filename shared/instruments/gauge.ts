import { newestSnapshotNotAfter } from '../draws/history.ts'
import { budgetCovers, itasOfBudget } from '../draws/scheduleBudget.ts'
import { parseDay } from '../lib/day.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { EnsembleDraw } from '../schema/ensemble.ts'
import type { Scenario } from '../schema/scenario.ts'

/** ITAs of a yearly budget: issued before the run begins, expected in it, and left at the end of the run or the year. */
export interface BudgetGauge {
  year: number
  streams: readonly Stream[] | 'all'
  itas: number
  issuedBefore: number
  /** Sum of the draws' median invitations. */
  issuedInRun: number
  /** Below zero when more was issued than the budget holds. */
  left: number
  byStream: readonly { stream: Stream; issuedBefore: number; issuedInRun: number }[]
}

/**
 * How far a scenario uses its yearly budgets.
 *
 * @param draws of an ensemble of the scenario
 */
export function budgetGauges(
  { schedule, asOf }: Pick<Scenario, 'schedule' | 'asOf'>,
  draws: readonly EnsembleDraw[],
  history: readonly PublishedDraw[],
): BudgetGauge[] {
  // A run begins on the day of its pool table and holds the draws of the days up to `asOf` itself.
  const { asOf: firstDay } = newestSnapshotNotAfter(parseDay(asOf))
  const yearOf = (date: string): number => Number(date.slice(0, 4))
  return (schedule.budgets ?? []).map((budget) => {
    const covers = (date: string, stream: Stream): boolean => budgetCovers(budget, yearOf(date), stream)
    const before = history.filter(({ date, stream }) => date < firstDay && covers(date, stream))
    const inRun = draws.filter(({ date, stream }) => covers(date, stream))
    const byStream = streams
      .map((stream) => ({
        stream,
        issuedBefore: before.reduce((sum, draw) => sum + (draw.stream === stream ? draw.size : 0), 0),
        issuedInRun: inRun.reduce((sum, draw) => sum + (draw.stream === stream ? draw.invited.p50 : 0), 0),
      }))
      .filter(({ issuedBefore, issuedInRun }) => issuedBefore + issuedInRun > 0)
    const itas = itasOfBudget(budget)
    const issuedBefore = before.reduce((sum, { size }) => sum + size, 0)
    const issuedInRun = byStream.reduce((sum, one) => sum + one.issuedInRun, 0)
    return {
      year: budget.year,
      streams: budget.streams ?? 'all',
      ...{ itas, issuedBefore, issuedInRun, byStream },
      left: itas - issuedBefore - issuedInRun,
    }
  })
}
