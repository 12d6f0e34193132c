import type { Issue } from '../../../../shared/lib/errors.ts'
import type { Words } from '../../../i18n/words.ts'
import { fieldTable } from './fieldTable.ts'
import { type SchemaNode, scenarioLeaves } from './schemaNode.ts'

/** What a field of the schema takes, in words; undefined where there are none. */
function expectationText(name: string, node: SchemaNode, { t, format }: Words): string | undefined {
  const { type, enum: choices, minimum, maximum, items } = node
  const widget = fieldTable[name]?.widget
  if (widget === 'date') return t('lab.mistake.date')
  if (choices || items?.enum) return t('lab.mistake.choice')
  if (name === 'id') return t('lab.mistake.id')
  if (widget === 'numbers') return t('lab.mistake.wholeNumbers')
  if (type === 'string') return t('lab.mistake.text')
  if (minimum === undefined || maximum === undefined) return undefined
  const range = { low: format.decimal(minimum), high: format.decimal(maximum) }
  if (type === 'integer') return t('lab.mistake.whole', range)
  return type === 'number' ? t('lab.mistake.number', range) : undefined
}

/** What is wrong with a field and what to do, in the language of the page; undefined where only the engine has words. */
export function mistakeText({ code }: Issue, name: string, words: Words): string | undefined {
  if (code === 'EE_DATE') return words.t('lab.mistake.noSuchDay')
  const node = scenarioLeaves.get(name)
  return code === 'EE_SHAPE' && node ? expectationText(name, node, words) : undefined
}
