import type { RandomStream } from './random.ts'

/** Draws an index with probability proportional to its weight. */
export interface WeightedChoice {
  pick(random: RandomStream): number
}

/** Running sums of weights; the last entry is their total. */
export function runningSums(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length)
  let total = 0
  for (let index = 0; index < weights.length; index++) {
    total += weights[index]
    sums[index] = total
  }
  return sums
}

/** First index whose running sum exceeds `target`. */
export function indexAbove(sums: Float64Array, target: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sums[middle] > target) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * @param weights not negative, at least one above 0
 * @example
 * weightedChoice([1, 3]).pick(random) // 1 in three cases of four
 */
export function weightedChoice(weights: ArrayLike<number>): WeightedChoice {
  const sums = runningSums(weights)
  const total = sums[sums.length - 1]
  return { pick: (random) => indexAbove(sums, random.next() * total) }
}
