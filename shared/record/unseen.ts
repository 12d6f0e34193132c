import type { PredictedDraw } from '../schema/backtest.ts'

/** The model's few general parameters were chosen with the draws up to this day in view. */
export const LAST_DAY_IN_VIEW = '2025-12-17'

export interface UnseenErrors {
  /** Draws after {@link LAST_DAY_IN_VIEW} that the model predicted. */
  n: number
  /** Mean absolute error in points; null without draws. */
  mae: number | null
  /** The same of the last cutoff again, over the draws that had one. */
  persistenceMae: number | null
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** The errors of the draws that nobody had seen when the model was made: the only real test. */
export function unseenErrors(draws: readonly PredictedDraw[]): UnseenErrors {
  const unseen = draws.filter(({ date, basis }) => date > LAST_DAY_IN_VIEW && basis === 'flows')
  return {
    n: unseen.length,
    mae: mean(unseen.map(({ p50, actual }) => Math.abs(p50 - actual))),
    persistenceMae: mean(
      unseen.flatMap(({ persistence, actual }) => (persistence === null ? [] : [Math.abs(persistence - actual)])),
    ),
  }
}
