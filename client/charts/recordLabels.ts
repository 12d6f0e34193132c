import { parseDay } from '../../shared/lib/day.ts'
import type { PredictedDraw } from '../../shared/schema/backtest.ts'
import { rangeText } from '../i18n/format.ts'
import type { Words } from '../i18n/words.ts'
import type { EndLabel, NamedPoint } from './cutoffLabels.ts'
import { streamColour } from './markers.ts'
import type { RecordSeries } from './recordSeries.ts'

/** Beside the newest draw: its actual cutoff and what was predicted. */
export function recordEnds({ stream, actual, predicted }: RecordSeries, { t, format }: Words): EndLabel[] {
  const known = actual.at(-1)
  const stated = predicted.at(-1)
  if (!known || !stated) return []
  return [
    {
      key: 'actual',
      text: t('record.cutoffs.actualEnd', { cutoff: format.integer(known.cutoff) }),
      colour: streamColour(stream),
      x: known.day,
      y: known.cutoff,
    },
    {
      key: 'predicted',
      text: t('record.cutoffs.predictedEnd', { cutoff: format.integer(stated.p50) }),
      colour: 'var(--ink-soft)',
      x: stated.day,
      y: stated.p50,
    },
  ]
}

/** Every draw in words at its actual cutoff, for the pointer; in few words on a phone. */
export const recordTips = (draws: readonly PredictedDraw[], { t, format }: Words, narrow: boolean): NamedPoint[] =>
  draws.map(({ date, stream, actual, p10, p50, p90, persistence }) => ({
    x: parseDay(date),
    y: actual,
    colour: streamColour(stream),
    text: t(narrow ? 'record.cutoffs.tipShort' : 'record.cutoffs.tip', {
      date: format.shortDate(date),
      actual: format.integer(actual),
      predicted: format.integer(p50),
      most: rangeText(format.integer, p10, p90),
      last: persistence === null ? '–' : format.integer(persistence),
    }),
  }))
