import { addMonths, parseDay } from '../../../shared/lib/day.ts'
import type { PublishedDraw } from '../../../shared/schema/draw.ts'
import type { Quantiles } from '../../../shared/schema/ensemble.ts'

const MONTHS = 24
/** Misses are looked at as far ahead as the forecast goes. */
const FARTHEST_DAYS = 365

/** How far nominee cutoffs were from earlier ones: the misses of the forecast "the last cutoff again". Points. */
export interface NomineeSpread {
  /** The last published nominee cutoff. */
  last: number
  /** Half of the misses, and 8 of 10 of them, were no larger. */
  half: number
  most: number
  /** Published draws it rests on. */
  draws: number
}

/** The smallest of the sorted values that at least this share, in per cent, of them do not exceed. */
const quantile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)]

/** Null while too little was published. */
export function nomineeSpread(history: readonly PublishedDraw[]): NomineeSpread | null {
  const nominees = history.filter(({ stream }) => stream === 'pnp')
  const newest = nominees.at(-1)
  if (!newest) return null
  const since = addMonths(parseDay(newest.date), -MONTHS)
  const points = nominees.map(({ date, cutoff }) => ({ day: parseDay(date), cutoff })).filter(({ day }) => day > since)
  const misses = points.flatMap((early, index) =>
    points
      .slice(index + 1)
      .filter((late) => late.day - early.day <= FARTHEST_DAYS)
      .map((late) => Math.abs(late.cutoff - early.cutoff)),
  )
  if (misses.length === 0) return null
  misses.sort((a, b) => a - b)
  return { last: newest.cutoff, half: quantile(misses, 50), most: quantile(misses, 80), draws: points.length }
}

/** The last cutoff with its misses on both sides. */
export const spreadQuantiles = ({ last, half, most }: NomineeSpread): Quantiles => ({
  p10: last - most,
  p25: last - half,
  p50: last,
  p75: last + half,
  p90: last + most,
})
