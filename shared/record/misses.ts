import type { PredictedDraw, StreamSkill } from '../schema/backtest.ts'
import type { Stream } from '../schema/common.ts'

/** Predicted minus actual, in points: positive = too high. */
export const errorOf = ({ p50, actual }: PredictedDraw): number => p50 - actual

/** Whether the cutoff fell inside the band; its ends belong to it. */
export const isInside = (draw: PredictedDraw, band: 50 | 80): boolean =>
  band === 50 ? draw.p25 <= draw.actual && draw.actual <= draw.p75 : draw.p10 <= draw.actual && draw.actual <= draw.p90

/** The model's own misses, largest first, newer before older; draws for which it only repeats the last cutoff are apart. */
export const largestMisses = (draws: readonly PredictedDraw[], most: number): PredictedDraw[] =>
  draws
    .filter(({ basis }) => basis === 'flows')
    .sort((a, b) => Math.abs(errorOf(b)) - Math.abs(errorOf(a)) || b.date.localeCompare(a.date))
    .slice(0, most)

/** Streams for which nothing beats the last cutoff, so that every prediction is just that. */
export function repeatedStreams(draws: readonly PredictedDraw[]): Set<Stream> {
  const repeated = new Set(draws.map(({ stream }) => stream))
  for (const { stream, basis } of draws) if (basis === 'flows') repeated.delete(stream)
  return repeated
}

/** Streams that were predicted no better than by repeating the last cutoff, though something else was tried. */
export const withoutSkill = (byStream: readonly StreamSkill[], draws: readonly PredictedDraw[]): StreamSkill[] => {
  const repeated = repeatedStreams(draws)
  return byStream.filter(({ stream, skill }) => skill !== null && skill <= 0 && !repeated.has(stream))
}
