import type { Words } from '../i18n/words.ts'
import type { EndLabel, NamedPoint } from './cutoffLabels.ts'
import type { FanPoint, FanSeries } from './fanSeries.ts'

/** Beside the last point: the median, and under it what 8 of 10 futures span; of published values alone the last. */
export function fanEnds({ published, simulated }: FanSeries, colour: string, { format }: Words): EndLabel[] {
  const last = simulated.at(-1)
  const known = published.at(-1)
  if (!last)
    return known ? [{ key: 'known', text: format.integer(known.value), colour, x: known.day, y: known.value }] : []
  const median = { key: 'median', text: format.integer(last.p50), colour, x: last.day, y: last.p50 }
  if (last.p10 === last.p90) return [median]
  const text = format.range(last.p10, last.p90)
  return [median, { key: 'most', text, colour: 'var(--ink-soft)', x: last.day, y: last.p10 }]
}

function tipOf(point: FanPoint, { t, format }: Words, narrow: boolean): string {
  const { p10, p25, p50, p75, p90 } = point
  const values = { date: format.shortDate(point.date), p50: format.integer(p50) }
  return narrow
    ? t('ensemble.tipShort', { ...values, most: format.range(p10, p90) })
    : t('ensemble.tip', { ...values, half: format.range(p25, p75), most: format.range(p10, p90) })
}

/** Every point in words, for the pointer. */
export const fanTips = (
  { published, simulated }: FanSeries,
  colour: string,
  words: Words,
  narrow: boolean,
): NamedPoint[] => [
  ...published.map(({ day, date, value }) => ({
    x: day,
    y: value,
    colour,
    text: `${words.format.integer(value)}, ${words.format.shortDate(date)}`,
  })),
  ...simulated.map((point) => ({ x: point.day, y: point.p50, colour, text: tipOf(point, words, narrow) })),
]
