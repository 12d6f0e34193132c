import { mean } from 'simple-statistics'
import type { PredictedDraw } from '../schema/backtest.ts'

/** A prediction with the whole of its distribution, as equally likely cutoffs in ascending order. */
export interface ScoredDraw {
  predicted: PredictedDraw
  sample: Float64Array
}

/**
 * Continuous ranked probability score of equally likely values: the distance between the predicted distribution and what
 * happened, in the unit of the values. Of a single value it is the absolute error.
 *
 * @param sample ascending
 * @see Hersbach 2000, Decomposition of the continuous ranked probability score for ensemble prediction systems
 */
export function crps(sample: Float64Array, actual: number): number {
  let distance = 0
  let spread = 0
  const count = sample.length
  for (let index = 0; index < count; index++) {
    distance += Math.abs(sample[index] - actual)
    spread += (2 * index + 1 - count) * sample[index]
  }
  return distance / count - spread / (count * count)
}

const meanOrNull = (values: readonly number[]): number | null =>
  values.length === 0 ? null : rounded(mean([...values]))

/** To four decimals, so that files compare. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

const within = (value: number, low: number, high: number): number => (value >= low && value <= high ? 1 : 0)

/** How well some draws were predicted: see {@link StreamSkill} for each figure. */
export function skillOf(draws: readonly ScoredDraw[]) {
  const errors = draws.map(({ predicted: { p50, actual } }) => Math.abs(p50 - actual))
  const known = draws.flatMap(({ predicted: { p50, actual, persistence } }) =>
    persistence === null ? [] : [{ error: Math.abs(p50 - actual), last: Math.abs(persistence - actual) }],
  )
  const lastError = known.reduce((sum, { last }) => sum + last, 0)
  const ownError = known.reduce((sum, { error }) => sum + error, 0)
  return {
    n: draws.length,
    mae: meanOrNull(errors),
    bias: meanOrNull(draws.map(({ predicted: { p50, actual } }) => p50 - actual)),
    persistenceMae: meanOrNull(known.map(({ last }) => last)),
    skill: lastError === 0 ? null : rounded(1 - ownError / lastError),
    coverage50: meanOrNull(draws.map(({ predicted: { actual, p25, p75 } }) => within(actual, p25, p75))),
    coverage80: meanOrNull(draws.map(({ predicted: { actual, p10, p90 } }) => within(actual, p10, p90))),
    crps: meanOrNull(draws.map(({ predicted, sample }) => crps(sample, predicted.actual))),
  }
}
