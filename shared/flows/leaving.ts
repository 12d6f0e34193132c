import { decay } from '../lib/portableMath.ts'
import type { FlowAssumptions } from './assumptions.ts'

/**
 * Share of a cell's people who are still there after some days: profiles end at 12 months, so the older its people are on
 * average, the more leave.
 *
 * @param meanDays days the people of the cell have been in it, on average
 */
export function shareKept(meanDays: number, days: number, { leaving }: FlowAssumptions): number {
  const old = (meanDays - leaving.oldFromMeanDays) / (leaving.oldAtMeanDays - leaving.oldFromMeanDays)
  const timesOld = Math.min(leaving.mostTimesOld, Math.max(0, old))
  return decay(days * (leaving.perDay + leaving.perDayOnceOld * timesOld))
}
