import { type Day, parseDay } from '../../shared/lib/day.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { EnsembleDraw, Quantiles } from '../../shared/schema/ensemble.ts'

/** A published value on a day. */
export interface KnownPoint {
  date: string
  day: Day
  value: number
}

/** What the futures say for a day. */
export interface FanPoint extends Quantiles {
  date: string
  day: Day
}

/** One quantity: what was published before the start, oldest first, and what the futures say from then on. */
export interface FanSeries {
  published: readonly KnownPoint[]
  simulated: readonly FanPoint[]
}

export const knownPoint = (date: string, value: number): KnownPoint => ({ date, day: parseDay(date), value })

export const fanPoint = (date: string, quantiles: Quantiles): FanPoint => ({ date, day: parseDay(date), ...quantiles })

/** Draws of one stream that invite somebody in at least one future. */
export const fanOfStream = (draws: readonly EnsembleDraw[], stream: Stream): readonly FanPoint[] =>
  draws.flatMap((draw) => (draw.stream === stream && draw.cutoff ? [fanPoint(draw.date, draw.cutoff)] : []))

/** Published cutoffs of one stream from a day to the start, that day included. */
export const cutoffsBefore = (
  draws: readonly PublishedDraw[],
  stream: Stream,
  from: string,
  start: string,
): readonly KnownPoint[] =>
  draws
    .filter((draw) => draw.stream === stream && draw.date >= from && draw.date <= start)
    .map(({ date, cutoff }) => knownPoint(date, cutoff))

/** Lowest and highest value that a chart of the series has to show. */
export function extentOf({ published, simulated }: FanSeries): [number, number] {
  const values = [...published.map(({ value }) => value), ...simulated.flatMap(({ p10, p90 }) => [p10, p90])]
  return [Math.min(...values), Math.max(...values)]
}

/** The last published point before the first of the futures, where the dashed line begins. */
export function lastKnown({ published, simulated }: FanSeries): KnownPoint | undefined {
  const firstDay = simulated[0]?.day ?? Number.POSITIVE_INFINITY
  return published.findLast(({ day }) => day < firstDay)
}
