import { rulesets } from '../../../../shared/crs/ruleset.ts'
import type { en } from '../../../i18n/lab/en.ts'
import type { Words } from '../../../i18n/words.ts'
import { fieldTable } from '../fields/fieldTable.ts'
import { rowTable } from '../fields/rowTable.ts'
import { rowText } from '../fields/rowText.ts'
import { ruleValueAt } from '../fields/rulePlaces.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import { measureText } from '../fields/valueText.ts'
import { whereText } from '../fields/whereText.ts'
import { type Change, changesOf } from '../state/changes.ts'
import { isList, isRecord, type Json, type JsonRecord, type Path, valueAt } from '../state/json.ts'

/** What kind of thing differs: what the law says, what somebody proposes it says, what is assumed, how it is called. */
export type Mark = keyof typeof en.mark

/** One provision in which a scenario differs from the baseline. */
export interface Provision {
  path: Path
  mark: Mark
  what: string
  from: string
  to: string
}

/** Members that name a scenario rather than say what happens in it. */
const NAMING: readonly string[] = ['id', 'title', 'question', 'sources', 'seed', 'schemaVersion']

/** Takes apart what came or went as a whole, down to fields and to rows of lists. */
function* inParts(change: Change): Generator<Change> {
  const { path, from, to } = change
  const name = fieldNameOf(path)
  const whole = from ?? to
  if (fieldTable[name] || (typeof path.at(-1) === 'number' && rowTable[fieldNameOf(path.slice(0, -1))])) {
    yield change
    if (name === 'rules[]') yield* patchesOf(change)
  } else if (isList(whole)) {
    for (const [index] of whole.entries()) yield* inParts(partOf(change, index))
  } else if (isRecord(whole)) {
    for (const key of Object.keys(whole)) yield* inParts(partOf(change, key))
  } else yield change
}

function partOf({ path, kind, from, to }: Change, part: string | number): Change {
  const inside = (value: Json | undefined) => (value === undefined ? undefined : valueAt(value, [part]))
  const itsKind = typeof part === 'number' && from === undefined ? 'insert' : kind
  return { path: [...path, part], kind: itsKind, from: inside(from), to: inside(to) }
}

/** The patches of rules that came or went as a whole, each a provision of its own. */
function* patchesOf(change: Change): Generator<Change> {
  const patches = valueAt(change.from ?? change.to, ['patches'])
  if (!isList(patches)) return
  for (const [index] of patches.entries()) yield partOf(partOf(change, 'patches'), index)
}

/** Rules under which a ruleset was or is the law: in force on that day, and not patched. */
function rulesMark(rules: Json | undefined): Mark {
  const id = valueAt(rules, ['rulesetId'])
  const from = valueAt(rules, ['from'])
  const ruleset = rulesets.find((one) => one.id === id)
  if (!ruleset || typeof from !== 'string') return 'proposal'
  const isInForce = from >= ruleset.inForceFrom && from <= (ruleset.inForceTo ?? from)
  return isInForce ? 'law' : 'proposal'
}

function markOf(path: Path, scenario: JsonRecord, baseline: JsonRecord): Mark {
  if (NAMING.includes(String(path[0]))) return 'name'
  if (path[0] !== 'rules') return 'assumption'
  if (path[2] === 'patches') return 'proposal'
  const place = path.slice(0, 2)
  return rulesMark(valueAt(scenario, place) ?? valueAt(baseline, place))
}

/** A rule of the tree, what it says under the ruleset alone and with the patch. */
function patchProvision({ path, from, to }: Change, at: JsonRecord, words: Words): Provision {
  const { t } = words
  const rulesetId = valueAt(at, [...path.slice(0, 2), 'rulesetId'])
  const patch = to ?? from
  const place = valueAt(patch, ['path'])
  const text = (value: Json | undefined) =>
    value === undefined || value === null ? t('lab.value.none') : JSON.stringify(value)
  const lawful = text(ruleValueAt(rulesetId, place))
  const reason = valueAt(patch, ['reason'])
  return {
    path,
    mark: 'proposal',
    what: `${place}${typeof reason === 'string' ? ` (${reason})` : ''}`,
    from: from === undefined ? lawful : text(valueAt(from, ['value'])),
    to: to === undefined ? lawful : text(valueAt(to, ['value'])),
  }
}

function provisionOf(change: Change, baseline: JsonRecord, scenario: JsonRecord, words: Words): Provision {
  const { path, from, to } = change
  const name = fieldNameOf(path)
  if (name === 'rules[].patches[]') return patchProvision(change, to === undefined ? baseline : scenario, words)
  const isMember = typeof path.at(-1) === 'number'
  const isRow = isMember && isRecord(from ?? to)
  const list = fieldNameOf(path.slice(0, -1))
  const write = (value: Json | undefined) => {
    if (value === undefined) return words.t(isMember ? 'lab.value.nothing' : 'lab.value.default')
    return isRow ? rowText(list, value, words) : measureText(name.replace(/\[\]$/, ''), value, words)
  }
  return {
    path,
    mark: markOf(path, scenario, baseline),
    what: whereText(path, words),
    from: write(from),
    to: write(to),
  }
}

const order: readonly Mark[] = ['law', 'proposal', 'assumption', 'name']

/** Every provision in which a scenario differs from the baseline: law first, then proposals, assumptions, names. */
export function provisionsOf(baseline: JsonRecord, scenario: JsonRecord, words: Words): Provision[] {
  const changes = [...changesOf(baseline, scenario)].flatMap((change) => [...inParts(change)])
  const provisions = changes.map((change) => provisionOf(change, baseline, scenario, words))
  return order.flatMap((mark) => provisions.filter((provision) => provision.mark === mark))
}
