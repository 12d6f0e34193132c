import { tryParseDay } from '../../../../shared/lib/day.ts'
import { streams } from '../../../../shared/schema/common.ts'
import { weekdayNames } from '../../../../shared/schema/scenario.ts'
import type { Words } from '../../../i18n/words.ts'
import { isList, isRecord, type Json } from '../state/json.ts'
import { fieldTable } from './fieldTable.ts'

const MOST_SHOWN = 6

const known = <Name extends string>(names: readonly Name[], value: Json): Name | undefined =>
  names.find((name) => name === value)

function listText(values: readonly Json[], { t, format }: Words, write: (value: Json) => string): string {
  const shown = values.slice(0, MOST_SHOWN).map(write).join(', ')
  const more = values.length - MOST_SHOWN
  return more > 0 ? t('lab.value.more', { shown, more: format.integer(more) }) : shown
}

/** A value of a field in words, whatever stands there. */
export function valueText(name: string, value: Json | undefined, words: Words): string {
  const { t, format } = words
  if (value === undefined) return t('lab.value.nothing')
  if (value === null) return t('lab.value.none')
  if (typeof value === 'boolean') return t(value ? 'lab.value.yes' : 'lab.value.no')
  if (isList(value)) return listText(value, words, (member) => valueText(name, member, words))
  if (isRecord(value)) return JSON.stringify(value)
  const widget = fieldTable[name]?.widget
  if (widget === 'date' && tryParseDay(String(value)) !== undefined) return format.shortDate(String(value))
  const stream = widget?.startsWith('stream') ? known(streams, value) : undefined
  if (stream) return t(`stream.${stream}`)
  const weekday = widget === 'weekdays' ? known(weekdayNames, value) : undefined
  if (weekday) return t(`lab.weekday.${weekday}`)
  const isYear = name.endsWith('.year')
  return typeof value === 'number' && !isYear ? format.decimal(value) : String(value)
}

/** What a share is measured in is said beside its field; elsewhere the figure is enough. */
const SCALES: readonly string[] = ['share', 'chanceADay', 'chanceAYear']

/** A value of a field in words, with its unit. */
export function measureText(name: string, value: Json | undefined, words: Words): string {
  const unit = fieldTable[name]?.unit
  const text = valueText(name, value, words)
  return unit && !SCALES.includes(unit) && typeof value === 'number' ? `${text} ${words.t(`lab.unit.${unit}`)}` : text
}
