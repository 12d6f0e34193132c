import { publishedRuleset, rulesets } from '../../../../shared/crs/ruleset.ts'
import { isRecord, type Json, valueAt } from '../state/json.ts'

/** What describes a provision rather than being one. */
const ABOUT: readonly string[] = ['sources', 'confidence', 'unit', 'endedOn']

function leavesOf(node: Json, place: string): string[] {
  if (!isRecord(node)) return [place]
  return Object.entries(node).flatMap(([key, member]) =>
    ABOUT.includes(key) ? [] : leavesOf(member, place === '' ? key : `${place}.${key}`),
  )
}

const provisionsOf = (rulesetId: Json | undefined): Json | undefined =>
  rulesets.some(({ id }) => id === rulesetId)
    ? (publishedRuleset(String(rulesetId)).provisions as unknown as Json)
    : undefined

/** Every place of the rule tree of a ruleset that holds a value; none of an unknown one. */
export function rulePlaces(rulesetId: Json | undefined): string[] {
  const provisions = provisionsOf(rulesetId)
  return provisions === undefined ? [] : leavesOf(provisions, '')
}

/** What a ruleset says at a place; undefined when nothing stands there. */
export function ruleValueAt(rulesetId: Json | undefined, place: Json | undefined): Json | undefined {
  if (typeof place !== 'string') return undefined
  return valueAt(provisionsOf(rulesetId), place.split('.'))
}
