import type { Quantiles } from '../../../shared/schema/ensemble.ts'

/** Per cent of the values that each quantile is not exceeded by, least first. */
const steps = [
  [10, 'p10'],
  [25, 'p25'],
  [50, 'p50'],
  [75, 'p75'],
  [90, 'p90'],
] as const

export type ChanceStep = 0 | 10 | 25 | 50 | 75 | 90

/** At least `least` and fewer than `below` per cent of cutoffs are at or below a score: all that five quantiles can tell. */
export interface Chance {
  least: ChanceStep
  /** 100 = no upper limit. */
  below: 10 | 25 | 50 | 75 | 90 | 100
}

/**
 * The chance that a cutoff is at or below a score.
 *
 * @example
 * chanceAtOrBelow({ p10: 501, p25: 505, p50: 514, p75: 526, p90: 528 }, 510)   // { least: 25, below: 50 }
 */
export function chanceAtOrBelow(cutoff: Quantiles, score: number): Chance {
  const least = steps.findLast(([, name]) => cutoff[name] <= score)?.[0] ?? 0
  const below = steps.find(([, name]) => cutoff[name] > score)?.[0] ?? 100
  return { least, below }
}

/** The same as a count of futures, both ends included. */
export function futuresWith({ least, below }: Chance, futures: number): { least: number; most: number } {
  const most = below === 100 ? futures : Math.ceil((below * futures) / 100) - 1
  return { least: Math.ceil((least * futures) / 100), most }
}
