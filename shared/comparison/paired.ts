import { errorsOfMean } from '../lib/interval.ts'
import type { Paired } from '../schema/comparison.ts'

/** Digits kept of means and bounds: more than any of them is known to. */
const PRECISION = 10_000
const rounded = (value: number): number => Math.round(PRECISION * value) / PRECISION

/** Mean, and sum of squared distances from it. */
function moments(values: readonly number[]): { mean: number; squares: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) }
}

/** The smallest value that at least a share of ascending values do not exceed, as in `Quantiles`. */
const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.max(1, Math.ceil(share * ascending.length - 1e-9)) - 1]

/**
 * What a number was in two scenarios, replication by replication with the same random numbers, and how they differ.
 *
 * The interval is that of the mean difference, from the differences of the pairs; `unpaired` is what the same runs would have
 * given had the two scenarios not shared their random numbers. Pairs in which either has no such number are left out.
 *
 * @param baseline one value a replication, NaN where there was none
 * @param alternative the same replications of the other scenario
 * @returns null when no pair is left
 */
export function pairedDifference(baseline: readonly number[], alternative: readonly number[]): Paired | null {
  const known = baseline.flatMap((value, index) =>
    Number.isNaN(value) || Number.isNaN(alternative[index]) ? [] : [index],
  )
  const pairs = known.length
  if (pairs === 0) return null
  const [a, b] = [known.map((index) => baseline[index]), known.map((index) => alternative[index])]
  const differences = b.map((value, index) => value - a[index])
  const ascending = differences.toSorted((one, other) => one - other)
  const [before, after, difference] = [moments(a), moments(b), moments(differences)]
  const errorOf = (squares: number): number => errorsOfMean(pairs) * Math.sqrt(squares / (pairs - 1) / pairs)
  const half = pairs < 2 ? null : errorOf(difference.squares)
  const unpairedHalf = pairs < 2 ? null : errorOf(before.squares + after.squares)
  return {
    pairs,
    baseline: rounded(before.mean),
    alternative: rounded(after.mean),
    difference: {
      mean: rounded(difference.mean),
      low: half === null ? null : rounded(difference.mean - half),
      high: half === null ? null : rounded(difference.mean + half),
      p10: rounded(quantile(ascending, 0.1)),
      p50: rounded(quantile(ascending, 0.5)),
      p90: rounded(quantile(ascending, 0.9)),
    },
    unpairedHalfWidth: unpairedHalf === null ? null : rounded(unpairedHalf),
    widthRatio: half === null || !unpairedHalf ? null : rounded(half / unpairedHalf),
  }
}
