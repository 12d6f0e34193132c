import { formatDay, parseDay } from '../lib/day.ts'
import type { AccuracyRecord, OverallSkill, PredictedDraw, StreamSkill } from '../schema/backtest.ts'
import type { Stream } from '../schema/common.ts'

/** How far ahead a prediction was made: null = the next draw, told its size; a number = so many days, told nothing. */
export type Ahead = number | null

/** The part of the record that answers for one way of predicting. */
export interface RecordView {
  ahead: Ahead
  /** Oldest first. */
  draws: readonly PredictedDraw[]
  byStream: readonly StreamSkill[]
  /** By stream and calendar year. */
  byYear: readonly StreamSkill[]
  /** All years together, then by calendar year. */
  overall: readonly OverallSkill[]
}

/** The numbers of days ahead that were tried, least first. */
export const horizonsOf = ({ forecast }: AccuracyRecord): number[] =>
  [...new Set(forecast.draws.flatMap(({ horizonDays }) => (horizonDays === null ? [] : [horizonDays])))].sort(
    (a, b) => a - b,
  )

export function viewOf(record: AccuracyRecord, ahead: Ahead): RecordView {
  const result = ahead === null ? record.replay : record.forecast
  const isAsked = ({ horizonDays }: { horizonDays: number | null }) => horizonDays === ahead
  return {
    ahead,
    draws: result.draws.filter(isAsked).sort((a, b) => a.date.localeCompare(b.date)),
    byStream: result.summary.filter((one) => isAsked(one) && one.year === null),
    byYear: result.byYear.filter((one) => isAsked(one) && one.year !== null),
    overall: result.overall.filter(isAsked),
  }
}

/** Nominee draws apart, because their points mean something else; null when nothing was predicted. */
export const headlineOf = ({ overall }: RecordView): OverallSkill | null =>
  overall.find(({ streams, year, n }) => streams === 'without-pnp' && year === null && n > 0) ?? null

const RECENT_DAYS = 365
/** More than a year ever had. */
const MOST_DRAWS = 1000

/** Streams with predictions: most draws in the last year first, then most draws of all, PNP last. */
export function streamsOf({ draws }: RecordView): Stream[] {
  const newest = draws.at(-1)
  if (!newest) return []
  const recent = formatDay(parseDay(newest.date) - RECENT_DAYS)
  const weights = new Map<Stream, number>()
  for (const { stream, date } of draws) {
    const weight = stream === 'pnp' ? 0 : date > recent ? MOST_DRAWS : 1
    weights.set(stream, (weights.get(stream) ?? 0) + weight)
  }
  return [...weights].sort(([, a], [, b]) => b - a).map(([stream]) => stream)
}
