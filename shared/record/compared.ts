import type { PredictedDraw } from '../schema/backtest.ts'

/** Errors that may be set beside one another, because they are over the same draws. */
export interface ComparedErrors {
  /** Draws that had a last cutoff. */
  n: number
  /** Mean absolute error of the predictions, in points; null without draws. */
  mae: number | null
  /** The same of the last cutoff again. */
  persistenceMae: number | null
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** The predictions and the last cutoff again, over the draws for which one was known. */
export function comparedErrors(draws: readonly PredictedDraw[]): ComparedErrors {
  const pairs = draws.flatMap(({ p50, actual, persistence }) =>
    persistence === null ? [] : [{ own: Math.abs(p50 - actual), last: Math.abs(persistence - actual) }],
  )
  return {
    n: pairs.length,
    mae: mean(pairs.map(({ own }) => own)),
    persistenceMae: mean(pairs.map(({ last }) => last)),
  }
}
