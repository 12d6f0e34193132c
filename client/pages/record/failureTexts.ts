import { type Circumstance, circumstancesOf } from '../../../shared/record/circumstances.ts'
import { errorOf, repeatedStreams, withoutSkill } from '../../../shared/record/misses.ts'
import type { RecordView } from '../../../shared/record/view.ts'
import type { PredictedDraw } from '../../../shared/schema/backtest.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { Words } from '../../i18n/words.ts'
import { bandsVerdict } from './recordFindings.ts'
import { daysText, drawsText, pointsText } from './recordWords.ts'

function circumstanceText(one: Circumstance, words: Words): string {
  const { t, format } = words
  switch (one.kind) {
    case 'unknown':
      return t('record.fails.why.unknown')
    case 'pause':
      return t('record.fails.why.pause', { days: daysText(one.days, words) })
    case 'size':
      return t('record.fails.why.size', { size: format.integer(one.size), before: format.integer(one.before) })
    case 'jump':
      return t('record.fails.why.jump', { points: pointsText(one.points, words) })
  }
}

/** A miss in a sentence: when, which stream, by how much. */
export function missText(draw: PredictedDraw, words: Words): string {
  const { t, format } = words
  const error = errorOf(draw)
  return t(error > 0 ? 'record.fails.tooHigh' : 'record.fails.tooLow', {
    date: format.date(draw.date),
    stream: t(`stream.${draw.stream}`),
    predicted: format.integer(draw.p50),
    actual: format.integer(draw.actual),
    points: pointsText(Math.abs(error), words),
  })
}

/** What was unusual about a draw that was missed, in sentences. */
export function whyText(draw: PredictedDraw, history: readonly PredictedDraw[], words: Words): string {
  const found = circumstancesOf(draw, history)
  if (found.length === 0) return words.t('record.fails.why.nothing')
  return found.map((one) => circumstanceText(one, words)).join(' ')
}

/** What the record as a whole says against the predictions: streams without skill, streams never compared, bands. */
export function weaknesses(view: RecordView, words: Words): string[] {
  const { t } = words
  const named = (streams: readonly { stream: Stream; n: number }[]) =>
    streams.map(({ stream, n }) => `${t(`stream.${stream}`)} (${drawsText(n, words)})`).join(', ')
  const unskilled = withoutSkill(view.byStream, view.draws)
  const uncompared = view.byStream.filter(({ persistenceMae, n }) => persistenceMae === null && n > 0)
  const repeated = repeatedStreams(view.draws)
  const alsoRepeated = view.byStream.filter(({ stream }) => stream !== 'pnp' && repeated.has(stream))
  return [
    unskilled.length > 0 ? t('record.fails.without', { streams: named(unskilled) }) : t('record.fails.none'),
    ...(uncompared.length > 0 ? [t('record.fails.uncompared', { streams: named(uncompared) })] : []),
    ...(alsoRepeated.length > 0 ? [t('record.fails.repeated', { streams: named(alsoRepeated) })] : []),
    t('record.fails.pnp'),
    bandsVerdict(view, words),
  ].filter((text) => text !== '')
}
