import { type Day, parseDay } from '../../shared/lib/day.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { DrawEvent } from '../../shared/schema/event.ts'

/** One draw on the chart of cutoffs. `day` counts days since 1970-01-01. */
export interface CutoffPoint {
  date: string
  day: Day
  cutoff: number
}

/** Cutoffs of one stream, oldest first: what IRCC published and what the run simulated. */
export interface CutoffSeries {
  stream: Stream
  published: readonly CutoffPoint[]
  simulated: readonly CutoffPoint[]
}

/** More points than this would not be told apart, only slow the page down. */
const MOST_POINTS = 300

/** At most `limit` of the points, evenly spread, the last one always among them. */
export function thinned<Point>(points: readonly Point[], limit = MOST_POINTS): readonly Point[] {
  if (points.length <= limit) return points
  const step = (points.length - 1) / (limit - 1)
  return Array.from({ length: limit }, (_, index) => points[Math.round(index * step)])
}

interface DatedCutoff {
  date: string
  stream: Stream
  cutoff: number | null
}

function pointsByStream(draws: readonly DatedCutoff[]): Map<Stream, CutoffPoint[]> {
  const byStream = new Map<Stream, CutoffPoint[]>()
  for (const { date, stream, cutoff } of draws) {
    if (cutoff === null) continue
    const points = byStream.get(stream) ?? []
    points.push({ date, day: parseDay(date), cutoff })
    byStream.set(stream, points)
  }
  return byStream
}

/**
 * Published draws of the days from `from` to `to`, and the simulated ones, by stream in the order of their first appearance.
 * Draws that invited nobody have no cutoff and are left out.
 */
export function cutoffSeries(
  published: readonly PublishedDraw[],
  simulated: readonly DrawEvent[],
  from: string,
  to: string,
): CutoffSeries[] {
  const publishedPoints = pointsByStream(published.filter((draw) => draw.date >= from && draw.date <= to))
  const simulatedPoints = pointsByStream(simulated)
  const streams = new Set([...publishedPoints.keys(), ...simulatedPoints.keys()])
  return [...streams].map((stream) => ({
    stream,
    published: thinned(publishedPoints.get(stream) ?? []),
    simulated: thinned(simulatedPoints.get(stream) ?? []),
  }))
}

/** A line is not drawn across more than this without a draw. */
const LONGEST_GAP_DAYS = 400

/** The points with a hole wherever a stream was not drawn for long, so that no line claims a cutoff for that time. */
export function withGaps(points: readonly CutoffPoint[]): (CutoffPoint | { day: Day; cutoff: null })[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    const isGap = before !== undefined && point.day - before.day > LONGEST_GAP_DAYS
    return isGap ? [{ day: before.day + 1, cutoff: null }, point] : [point]
  })
}

/** The published draw from which the simulation goes on: the last one up to its start and before its first draw. */
export function lastBefore({ published, simulated }: CutoffSeries, startDate: string): CutoffPoint | undefined {
  const firstDay = simulated[0]?.day ?? Number.POSITIVE_INFINITY
  return published.findLast((point) => point.date <= startDate && point.day < firstDay)
}

/** Simulated points with that published one in front, so that the dashed line starts where the solid ends. */
export function joined(series: CutoffSeries, startDate: string): readonly CutoffPoint[] {
  if (series.simulated.length === 0) return []
  const anchor = lastBefore(series, startDate)
  return anchor ? [anchor, ...series.simulated] : series.simulated
}
