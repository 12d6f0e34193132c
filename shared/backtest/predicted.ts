import { quantileSorted } from 'simple-statistics'
import type { CutoffOdds } from '../flows/cutoffOdds.ts'
import type { PredictedDraw } from '../schema/backtest.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { ScoredDraw } from './skill.ts'

/** Equally likely cutoffs a distribution is written as. */
export const SAMPLE_SIZE = 200

/** Equally likely cutoffs, ascending. */
export const sampleOfOdds = (odds: CutoffOdds): Float64Array =>
  Float64Array.from({ length: SAMPLE_SIZE }, (_, index) => odds.quantile((index + 0.5) / SAMPLE_SIZE))

const scoreAt = (sample: Float64Array, probability: number): number =>
  Math.min(1200, Math.max(0, Math.round(quantileSorted([...sample], probability))))

/** A draw beside the distribution predicted for it. */
export function predictedDraw(
  { number, date, stream, size, cutoff }: PublishedDraw,
  sample: Float64Array,
  {
    basis,
    persistence,
    horizonDays = null,
    median,
  }: Pick<PredictedDraw, 'basis' | 'persistence'> & { horizonDays?: number | null; median?: number },
): ScoredDraw {
  const [p10, p25, p50, p75, p90] = [0.1, 0.25, 0.5, 0.75, 0.9].map((probability) => scoreAt(sample, probability))
  return {
    predicted: {
      ...{ draw: number, date, stream, horizonDays, size, actual: cutoff },
      ...{ p10, p25, p50: median ?? p50, p75, p90, persistence, basis },
    },
    sample,
  }
}

/** A mixture of two samples: the second has so much of the weight. Equally likely values, ascending. */
export function pooled(sample: Float64Array, other: Float64Array, share: number): Float64Array {
  const count = Math.round((sample.length * share) / (1 - share))
  const spread = Array.from({ length: count }, (_, index) => other[Math.floor(((index + 0.5) / count) * other.length)])
  return Float64Array.from([...sample, ...spread]).sort()
}
