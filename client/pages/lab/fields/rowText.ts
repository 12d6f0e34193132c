import type { Words } from '../../../i18n/words.ts'
import { isList, isRecord, type Json, valueAt } from '../state/json.ts'
import { valueText } from './valueText.ts'

/** One row of a list in a sentence, whatever stands there. */
export function rowText(list: string, row: Json | undefined, words: Words): string {
  const { t } = words
  const at = (...path: string[]) => valueText(`${list}[].${path.join('.')}`, valueAt(row, path), words)
  const streams = () => (valueAt(row, ['streams']) === undefined ? t('lab.basis.all') : at('streams'))
  const given = (name: string) => valueAt(row, [name]) !== undefined
  switch (list) {
    case 'rules': {
      const patches = valueAt(row, ['patches'])
      const count = isList(patches) ? patches.length : 0
      const rules = { from: at('from'), ruleset: at('rulesetId') }
      return count === 0 ? t('lab.rowText.rulesAlone', rules) : t('lab.rowText.rules', { ...rules, count })
    }
    case 'rules[].patches':
      return t('lab.rowText.patch', { path: at('path'), value: JSON.stringify(valueAt(row, ['value'])) ?? '' })
    case 'schedule.draws':
      return t(given('size') ? 'lab.rowText.draw' : 'lab.rowText.drawByScore', {
        date: at('date'),
        stream: at('stream'),
        size: at('size'),
        score: at('minimumScore'),
      })
    case 'schedule.cadences':
      return t('lab.rowText.cadence', { stream: at('stream'), days: at('everyDays'), first: at('firstDate') })
    case 'schedule.rounds': {
      const draws = valueAt(row, ['draws'])
      const names = (isList(draws) ? draws : []).map((draw) => firstStream(draw, words))
      return t('lab.rowText.round', { streams: names.join(', '), days: at('everyDays'), first: at('firstDate') })
    }
    case 'schedule.rounds[].draws':
      return at('streams')
    case 'schedule.budgets':
      return given('itas')
        ? t('lab.rowText.budget', { year: at('year'), itas: at('itas'), streams: streams() })
        : t('lab.rowText.budgetPersons', { year: at('year'), persons: at('persons'), streams: streams() })
    case 'schedule.pauses':
      return t('lab.rowText.pause', { from: at('from'), to: at('to'), streams: streams() })
    case 'schedule.published':
      return t('lab.rowText.published', { from: at('from'), to: at('to'), streams: streams() })
    default:
      return isRecord(row) ? JSON.stringify(row) : valueText(list, row, words)
  }
}

/** The stream of a draw of a round, or the first of several and that there are more. */
function firstStream(draw: Json, words: Words): string {
  const streams = valueAt(draw, ['streams'])
  if (!isList(streams) || streams.length === 0) return words.t('lab.value.nothing')
  const first = valueText('schedule.rounds[].draws[].streams', streams[0], words)
  return streams.length === 1 ? first : words.t('lab.rowText.firstOf', { stream: first })
}
