import { addMonths, type Day, formatDay, parseDay } from '../../../shared/lib/day.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { PublishedDraw } from '../../../shared/schema/draw.ts'
import type { EnsembleDraw, EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { cutoffsBefore, type FanSeries, fanOfStream } from '../../charts/fanSeries.ts'
import { type NomineeSpread, nomineeSpread, spreadQuantiles } from './nomineeSpread.ts'

/** Published cutoffs before the forecast. */
const HISTORY_MONTHS = 18
/** A sentence in counts is about the draw nearest to so far ahead. */
const AHEAD_DAYS = 90

/** What an ensemble says of the days after the newest published draw. */
export interface Forecast {
  /** Only draws after `since`; those of nominees with the last cutoff and its misses in place of simulated cutoffs. */
  result: EnsembleResult
  /** Date of the newest published draw. */
  since: string
  history: readonly PublishedDraw[]
  /** Null while too few nominee draws were published. */
  nominees: NomineeSpread | null
}

/** Undefined while nothing was published. */
export function forecastOf(result: EnsembleResult, history: readonly PublishedDraw[]): Forecast | undefined {
  const since = history.at(-1)?.date
  if (since === undefined) return undefined
  const nominees = nomineeSpread(history)
  const cutoffOf = ({ stream, cutoff }: EnsembleDraw) =>
    stream === 'pnp' && cutoff && nominees ? spreadQuantiles(nominees) : cutoff
  const draws = result.draws.filter(({ date }) => date > since).map((draw) => ({ ...draw, cutoff: cutoffOf(draw) }))
  return { result: { ...result, draws }, since, history, nominees }
}

/** One stream on its chart: the days shown, what was published, what is forecast. */
export function chartOf(forecast: Forecast, stream: Stream): { from: Day; to: Day; series: FanSeries } {
  const { result, since, history } = forecast
  const from = addMonths(parseDay(since), -HISTORY_MONTHS)
  return {
    from,
    to: parseDay(result.pool[result.pool.length - 1].date),
    series: {
      published: cutoffsBefore(history, stream, formatDay(from), since),
      simulated: fanOfStream(result.draws, stream),
    },
  }
}

/** The draw of a stream nearest to three months after the newest published one; undefined when none invites anybody. */
export function drawAhead({ result, since }: Forecast, stream: Stream): EnsembleDraw | undefined {
  const aim = parseDay(since) + AHEAD_DAYS
  const distance = ({ date }: EnsembleDraw) => Math.abs(parseDay(date) - aim)
  return result.draws
    .filter((draw) => draw.stream === stream && draw.cutoff !== null)
    .sort((a, b) => distance(a) - distance(b))[0]
}

/** Invitations of the published draws of the twelve months that end with the newest. */
export function invitedInYearBefore({ since, history }: Forecast): number {
  const from = formatDay(addMonths(parseDay(since), -12))
  return history.filter(({ date }) => date > from).reduce((sum, { size }) => sum + size, 0)
}

/** Two figures of a size: sizes are known to half a per cent only, 2,503 was 2,500. */
export const roundedSize = (size: number): number => Number(size.toPrecision(2))
