import { naturalLog, normalCdf } from '../lib/portableMath.ts'
import { CELLS, cellFloors, cellWidths, HIGHEST_CORE_SCORE, LOWEST_SCORE } from './scoreCells.ts'

/** Chances of every cutoff from {@link LOWEST_SCORE} to 600. */
export class CutoffOdds {
  /** Probability that the cutoff is at or above each score; index 0 = {@link LOWEST_SCORE}; falling. */
  readonly atOrAbove: Float64Array

  constructor(atOrAbove: Float64Array) {
    this.atOrAbove = atOrAbove
  }

  /** Probability that the cutoff is at or above a score. */
  chanceAtOrAbove(score: number): number {
    if (score <= LOWEST_SCORE) return 1
    return score > HIGHEST_CORE_SCORE ? 0 : this.atOrAbove[score - LOWEST_SCORE]
  }

  /** The lowest score at or below which the cutoff lies with this probability. */
  quantile(probability: number): number {
    for (let score = HIGHEST_CORE_SCORE; score > LOWEST_SCORE; score--) {
      if (this.atOrAbove[score - LOWEST_SCORE] >= 1 - probability) return score
    }
    return LOWEST_SCORE
  }
}

/**
 * Chances of the cutoff of a draw that invites `size` persons: the cutoff is at or above a score when at least so many stand
 * there, and their number is lognormal.
 *
 * @param sums by score from {@link LOWEST_SCORE}: persons a draw with this cutoff invites, and the variance of their logarithm
 * @param noise variance of the logarithm a draw itself adds
 * @param widen factor of the standard deviation
 */
export function cutoffOdds(
  sums: { persons: Float64Array; variance: Float64Array },
  size: number,
  noise: number,
  widen: number,
): CutoffOdds {
  const wanted = naturalLog(Math.max(size, 1))
  const atOrAbove = new Float64Array(HIGHEST_CORE_SCORE - LOWEST_SCORE + 1)
  let lowest = 1
  atOrAbove[0] = 1
  for (let index = 1; index < atOrAbove.length; index++) {
    const deviation = widen * Math.sqrt(Math.max(0, sums.variance[index]) + noise)
    const z = (naturalLog(Math.max(sums.persons[index], 1e-6)) - wanted) / deviation
    lowest = Math.min(lowest, normalCdf(z))
    atOrAbove[index] = lowest
  }
  return new CutoffOdds(atOrAbove)
}

/** Cell of every score from {@link LOWEST_SCORE} to 600, for walking down the scale. */
export const cellByScore: Int32Array = (() => {
  const cells = new Int32Array(HIGHEST_CORE_SCORE - LOWEST_SCORE + 1)
  for (let cell = 0; cell < CELLS; cell++) {
    const first = cellFloors[cell] - LOWEST_SCORE
    cells.fill(cell, first, first + cellWidths[cell])
  }
  return cells
})()
