import { rangeText } from '../i18n/format.ts'
import type { Words } from '../i18n/words.ts'
import type { EndLabel, NamedPoint } from './cutoffLabels.ts'
import type { FanPoint, FanSeries } from './fanSeries.ts'

/** What the values of a fan are: points are whole, people are counted with three figures. */
export type FanUnit = 'points' | 'people'

const writerOf = (unit: FanUnit, { format }: Words) => (unit === 'points' ? format.integer : format.count)

/** Beside the last point: the median, and under it what 8 of 10 futures span; of published values alone the last. */
export function fanEnds({ published, simulated }: FanSeries, unit: FanUnit, colour: string, words: Words): EndLabel[] {
  const write = writerOf(unit, words)
  const last = simulated.at(-1)
  const known = published.at(-1)
  if (!last) return known ? [{ key: 'known', text: write(known.value), colour, x: known.day, y: known.value }] : []
  const median = { key: 'median', text: write(last.p50), colour, x: last.day, y: last.p50 }
  const text = rangeText(write, last.p10, last.p90)
  if (text === median.text) return [median]
  return [median, { key: 'most', text, colour: 'var(--ink-soft)', x: last.day, y: last.p10 }]
}

function tipOf(point: FanPoint, unit: FanUnit, words: Words, narrow: boolean): string {
  const { t, format } = words
  const { p10, p25, p50, p75, p90 } = point
  const write = writerOf(unit, words)
  const values = { date: format.shortDate(point.date), p50: write(p50), most: rangeText(write, p10, p90) }
  return narrow ? t('ensemble.tipShort', values) : t('ensemble.tip', { ...values, half: rangeText(write, p25, p75) })
}

/** Every point in words, for the pointer. */
export function fanTips(
  { published, simulated }: FanSeries,
  unit: FanUnit,
  colour: string,
  words: Words,
  narrow: boolean,
): NamedPoint[] {
  const { format } = words
  const known = published.map(({ day, date, value }) => ({
    x: day,
    y: value,
    colour,
    text: `${format.integer(value)}, ${format.shortDate(date)}`,
  }))
  const futures = simulated.map((point) => ({
    x: point.day,
    y: point.p50,
    colour,
    text: tipOf(point, unit, words, narrow),
  }))
  return [...known, ...futures]
}
