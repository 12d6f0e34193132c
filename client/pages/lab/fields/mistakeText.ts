import { tryParseDay } from '../../../../shared/lib/day.ts'
import type { Issue } from '../../../../shared/lib/errors.ts'
import type { en } from '../../../i18n/lab/mistakesEn.ts'
import type { Words } from '../../../i18n/words.ts'
import { fieldTable } from './fieldTable.ts'
import { type SchemaNode, scenarioLeaves } from './schemaNode.ts'

/** What a field of the schema takes, in words; undefined where there are none. */
function expectationText(name: string, node: SchemaNode, { t, format }: Words): string | undefined {
  const { type, enum: choices, minimum, maximum } = node.items ?? node
  const widget = fieldTable[name]?.widget
  if (widget === 'date') return t('lab.mistake.date')
  if (choices) return t('lab.mistake.choice')
  if (name === 'id') return t('lab.mistake.id')
  if (widget === 'numbers') return t('lab.mistake.wholeNumbers')
  if (type === 'string') return t('lab.mistake.text')
  if (minimum === undefined || maximum === undefined) return undefined
  const range = { low: format.decimal(minimum), high: format.decimal(maximum) }
  if (type === 'integer') return t('lab.mistake.whole', range)
  return type === 'number' ? t('lab.mistake.number', range) : undefined
}

/** What the engine's reader says beyond shapes, and the text that says it in both languages; groups are its values. */
const meanings: readonly [pattern: RegExp, text: keyof typeof en.mistake][] = [
  [/this program reads version (?<version>\d+)/, 'version'],
  [/expected rules in force on (?<day>\S+), the start/, 'rulesStart'],
  [/expected a later day than before/, 'laterDay'],
  [/expected a place in the rule tree/, 'rulePlace'],
  [/^(?<place>\S+): no value was published/, 'unfilled'],
  [/gives up to (?<points>\d+) points; expected at most (?<most>\d+)/, 'tooManyPoints'],
  [/^(?<place>[a-z]\S+): (received|has no row|is )/, 'ruleValue'],
  [/applies and declines add up to more than 1/, 'outcomes'],
  [/expected (?<day>\S+) or later, the day of the first published pool table/, 'firstTable'],
  [/would begin with the pool table .+ last (?<days>\d+) days; at most (?<most>\d+)/, 'tooLong'],
  [/^some (?<people>\d+) people .+ at most (?<most>\d+)/, 'tooManyPeople'],
  [/expected a size, a minimumScore, or both/, 'sizeOrScore'],
  [/the run goes from (?<from>\S+) to (?<to>\S+)/, 'inRun'],
  [/expected (?<day>\d{4}-\d{2}-\d{2}) or later$/, 'notBefore'],
  [/of sizes and sizesFrom; expected exactly one/, 'oneSizing'],
  [/^no draw of .+ was published/, 'noPublished'],
  [/expected at most (?<most>\d+): less than half/, 'atMost'],
  [/^gives (about )?(?<draws>\d+) draws; at most (?<most>\d+)/, 'tooManyDraws'],
  [/expected no persons beside itas|^expected itas, or/, 'itasOrPersons'],
  [/is missing; expected it beside/, 'alsoNeeded'],
  [/^stands for (?<itas>\d+) ITAs; at most (?<most>\d+)/, 'tooManyItas'],
  [/^shares streams with .+ of (?<year>\d+);/, 'sharedStreams'],
  [/^steers nothing/, 'steersNothing'],
  [/expected one of /, 'choice'],
]

function shown(value: string, { format }: Words): string {
  if (tryParseDay(value) !== undefined) return format.date(value)
  return /^\d{5,}$/.test(value) ? format.integer(Number(value)) : value
}

function meaningText(message: string, words: Words): string | undefined {
  for (const [pattern, text] of meanings) {
    const match = pattern.exec(message)
    if (!match) continue
    const values = Object.entries(match.groups ?? {}).map(([name, value]) => [name, shown(value, words)])
    return words.t(`lab.mistake.${text}`, Object.fromEntries(values))
  }
  return undefined
}

/**
 * What is wrong with a field and what to do, in the language of the page; undefined where only the engine has words, which
 * are English.
 */
export function mistakeText({ code, message }: Issue, name: string, words: Words): string | undefined {
  if (code === 'EE_DATE') return words.t('lab.mistake.noSuchDay')
  // A member of a list has no field of its own: its list says what it takes.
  const field = name.replace(/\[\]$/, '')
  const node = scenarioLeaves.get(field)
  if (code === 'EE_SHAPE') return node && expectationText(field, node, words)
  return meaningText(message, words)
}
