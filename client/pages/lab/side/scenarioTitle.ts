import type { Words } from '../../../i18n/words.ts'
import { type JsonRecord, valueAt } from '../state/json.ts'

/** The title of a scenario in the language of the page; its name, when it has none. */
export function scenarioTitle(scenario: JsonRecord, { language, t }: Words): string {
  const title = valueAt(scenario, ['title', language]) || scenario.id
  return typeof title === 'string' && title !== '' ? title : t('lab.side.untitled')
}

/** Baseline, A, B, C, D. */
export const placeName = (place: number, { t }: Words): string =>
  place === 0 ? t('lab.side.baseline') : String.fromCharCode('A'.charCodeAt(0) + place - 1)
