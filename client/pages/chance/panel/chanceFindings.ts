import { addMonths, formatDay, parseDay } from '../../../../shared/lib/day.ts'
import type { ChanceAnswer, ChanceByDate } from '../../../../shared/schema/chance.ts'
import type { Stream } from '../../../../shared/schema/common.ts'
import type { ChanceLine } from '../../../charts/chanceLines.ts'
import { streamColour, streamNames } from '../../../charts/markers.ts'
import type { Words } from '../../../i18n/words.ts'
import { intervalText, perHundred } from './rounding.ts'

/** Sentences about the chance, each made from the answer. */

/** The day the chance was asked about, on which its futures begin: as many months before the last date as dates are given. */
export function startOf({ byDate, asOf }: Pick<ChanceAnswer, 'byDate' | 'asOf'>): string {
  const last = byDate.at(-1)
  return last ? formatDay(addMonths(parseDay(last.date), -byDate.length)) : asOf
}

/** The first date by which at least half of the futures have the person invited. */
export const medianDate = (byDate: readonly ChanceByDate[]): string | undefined =>
  byDate.find(({ probability }) => probability >= 0.5)?.date

/** The stream that is most likely to have invited the person at the end; undefined when none may. */
export function likeliestStream({ byStream }: Pick<ChanceAnswer, 'byStream'>): Stream | undefined {
  const ends = Object.entries(byStream).map(([stream, dates]) => ({
    stream: stream as Stream,
    probability: dates.at(-1)?.probability ?? 0,
  }))
  return ends.filter((end) => end.probability > 0).sort((a, b) => b.probability - a.probability)[0]?.stream
}

/**
 * The lines of the chart: by any stream, then by each stream that invites in at least one future, the likeliest first. One stream
 * alone is the whole chance, and one line.
 */
export function chanceLines({ byDate, byStream }: ChanceAnswer, { t }: Words): ChanceLine[] {
  const endOf = (dates: readonly ChanceByDate[]) => dates.at(-1)?.probability ?? 0
  const own = streamNames
    .flatMap((stream): ChanceLine[] => {
      const dates = byStream[stream]
      const line = { key: stream, name: t(`stream.${stream}`), colour: streamColour(stream), stream }
      return dates && endOf(dates) > 0 ? [{ ...line, byDate: dates }] : []
    })
    .toSorted((a, b) => endOf(b.byDate) - endOf(a.byDate))
  if (own.length === 1) return own
  return [{ key: 'any', name: t('chancePanel.chance.any'), colour: 'var(--accent)', byDate }, ...own]
}

/** Eligible for nothing now, and invited in no future either. */
export const isOutside = ({ streams, byDate }: Pick<ChanceAnswer, 'streams' | 'byDate'>): boolean =>
  streams.length === 0 && (byDate.at(-1)?.probability ?? 0) === 0

/** @example "In 72 of 100 simulated futures you are invited by December 17, 2026" */
export function chanceFinding(answer: ChanceAnswer, words: Words): string {
  const { t, format } = words
  const { byDate, runs } = answer
  const last = byDate.at(-1)
  if (!last) return t('chancePanel.chance.unknown')
  if (isOutside(answer)) return t('chancePanel.chance.outside')
  const date = format.date(last.date)
  if (last.probability === 0) return t('chancePanel.chance.none', { runs, date })
  if (last.probability === 1) return t('chancePanel.chance.all', { runs, date: format.date(certainFrom(byDate)) })
  return t('chancePanel.chance.some', { share: perHundred(last.probability, words), date })
}

/** The first date by which every future has the person invited. */
const certainFrom = (byDate: readonly ChanceByDate[]): string =>
  byDate.find(({ probability }) => probability === 1)?.date ?? ''

/** When half of the futures have happened, and how well the share is known. */
export function chanceDetails({ byDate, runs }: ChanceAnswer, words: Words): string {
  const { t, format } = words
  const last = byDate.at(-1)
  if (!last) return ''
  const half = medianDate(byDate)
  const interval = t('chancePanel.chance.interval', {
    runs,
    low: format.percent(last.low),
    high: format.percent(last.high),
  })
  return half ? `${t('chancePanel.chance.half', { date: format.date(half) })} ${interval}` : interval
}

/** @example "March 17, 2026: 42% (39–45%)" */
export const chanceTip = (point: ChanceByDate, words: Words): string =>
  words.t('chancePanel.chance.tip', {
    date: words.format.shortDate(point.date),
    chance: words.format.percent(point.probability),
    range: intervalText(point, words),
  })
