import { formatDay, parseDay } from '../lib/day.ts'
import { InputError, type Issue, issue, received, refuse } from '../lib/errors.ts'
import { valueAt } from '../lib/valueAt.ts'
import { Provisions, type Ruleset, type RulesetSummary } from '../schema/ruleset.ts'
import type { RulePatch } from '../schema/scenario.ts'
import { shapeIssues } from '../schema/validate.ts'
import { meaningIssues, thresholdIssues } from './ruleMeaning.ts'
import rules20150101 from './rules/2015-01-01.json'
import rules20161119 from './rules/2016-11-19.json'
import rules20170606 from './rules/2017-06-06.json'
import rules20201020 from './rules/2020-10-20.json'
import rules20250325 from './rules/2025-03-25.json'
import rules20261103 from './rules/2026-11-03.json'
import ruleSources from './rules/sources.json'

/** A node of the rule tree while it is being put together, before its shape is known. */
type Tree = { [key: string]: unknown }

/** A file of `./rules`: an amendment to an earlier one. Its provisions are checked once merged. */
interface Amendment {
  id: string
  inForceFrom: string
  status: string
  amends?: string
  title: { en: string; fr: string }
  change: { en: string; fr: string }
  unknown?: string[]
  provisions: Tree
}

const amendments: readonly Amendment[] = [
  rules20150101,
  rules20161119,
  rules20170606,
  rules20201020,
  rules20250325,
  rules20261103,
]

/** The newest ruleset whose values are all known. Scores under it are not current law once it has ended. */
export const latestKnownRulesetId = '2025-03-25'

/** Sources by the short name that provisions cite. */
export const sources: Readonly<Record<string, { reference: string; title: string; url?: string }>> = ruleSources.sources

/** A ruleset is in force until the day before the next one. */
function lastDayInForce(id: string): string | null {
  const next = amendments[amendments.findIndex((amendment) => amendment.id === id) + 1]
  return next ? formatDay(parseDay(next.inForceFrom) - 1) : null
}

const summaryOf = ({ id, inForceFrom, status, title, change, unknown }: Amendment): RulesetSummary => ({
  id,
  inForceFrom,
  inForceTo: lastDayInForce(id),
  status: status === 'law' ? 'law' : 'partly-unknown',
  title,
  change,
  unknown: unknown ?? [],
})

/** All rulesets, oldest first. */
export const rulesets: readonly RulesetSummary[] = amendments.map(summaryOf)

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `base` with every leaf that `change` names replaced. Threshold tables are replaced row by row, too. */
function merge(base: Tree, change: Tree): Tree {
  const merged: Tree = { ...base }
  for (const [key, value] of Object.entries(change)) {
    const old = merged[key]
    merged[key] = isTree(old) && isTree(value) ? merge(old, value) : value
  }
  return merged
}

function provisionsOf(amendment: Amendment): Tree {
  const base = amendments.find(({ id }) => id === amendment.amends)
  return base ? merge(provisionsOf(base), amendment.provisions) : amendment.provisions
}

/** The tree with `value` at `path`; undefined when nothing stands at that path. */
function replaceAt(tree: Tree, path: readonly string[], value: unknown): Tree | undefined {
  const [key, ...rest] = path
  if (!Object.hasOwn(tree, key)) return undefined
  if (rest.length === 0) return { ...tree, [key]: value }
  const child = tree[key]
  const replaced = isTree(child) ? replaceAt(child, rest, value) : undefined
  return replaced && { ...tree, [key]: replaced }
}

/** A row added to a threshold table is not a typing error: `core.age.withSpouse.52` may be new. */
function applyPatch(tree: Tree, { path, value }: RulePatch): Tree | undefined {
  const keys = path.split('.')
  const replaced = replaceAt(tree, keys, value)
  if (replaced || !/^(0|[1-9]\d{0,2})$/.test(keys.at(-1) ?? '')) return replaced
  const table = valueAt(tree, keys.slice(0, -1))
  return isTree(table) && Object.hasOwn(table, '0')
    ? replaceAt(tree, keys.slice(0, -1), { ...table, [keys.at(-1) ?? '']: value })
    : undefined
}

/** The tree with all patches that have a place in it, and what is wrong with the others. */
function applyPatches(tree: Tree, patches: readonly RulePatch[]): { tree: Tree; issues: Issue[] } {
  const issues: Issue[] = []
  let patchedTree = tree
  for (const [index, patch] of patches.entries()) {
    const patched = applyPatch(patchedTree, patch)
    if (patched) patchedTree = patched
    else {
      const message = `received ${received(patch.path)}; expected a place in the rule tree, such as additional.sibling.points`
      issues.push(issue('EE_RULESET_INVALID', `$.patches[${index}].path`, message))
    }
  }
  return { tree: patchedTree, issues }
}

function amendmentOf(id: string): Amendment {
  const amendment = amendments.find((one) => one.id === id)
  if (amendment) return amendment
  const known = amendments.map((one) => one.id).join(', ')
  throw refuse('EE_RULESET_UNKNOWN', '$.ruleset', `received ${received(id)}; expected one of ${known}`)
}

/**
 * The rule tree of a ruleset as it was published: values that nobody has published are null.
 *
 * @throws InputError EE_RULESET_UNKNOWN
 */
export function publishedRuleset(id: string): Ruleset {
  const amendment = amendmentOf(id)
  return { ...summaryOf(amendment), provisions: provisionsOf(amendment) as unknown as Provisions }
}

/**
 * A rule tree with patches applied in order. Only its structure is judged: values may be unknown still, and totals may be
 * beyond the scale.
 *
 * @throws InputError EE_RULESET_INVALID (every bad patch and value named)
 */
export function patchProvisions(provisions: Provisions, patches: readonly RulePatch[]): Provisions {
  const { tree, issues } = applyPatches(provisions, patches)
  const shape = shapeIssues(Provisions, tree, 'EE_RULESET_INVALID')
  issues.push(...(shape.length > 0 ? shape : thresholdIssues(tree as unknown as Provisions)))
  if (issues.length > 0) throw new InputError(issues)
  return tree as unknown as Provisions
}

/**
 * The whole rule tree of a ruleset, with patches applied in order.
 *
 * @param id the date the ruleset came into force
 * @param patches changes of single values, e.g. `{path: 'additional.jobOffer.points.other-skilled', value: 50}`
 * @throws InputError EE_RULESET_UNKNOWN, EE_RULESET_INVALID (every bad patch named), EE_RULESET_UNFILLED (values that
 *   nobody has published and no patch fills in)
 */
export function resolveRuleset(id: string, patches: readonly RulePatch[] = []): Ruleset {
  const amendment = amendmentOf(id)
  const { tree, issues } = applyPatches(provisionsOf(amendment), patches)
  const unknown = (amendment.unknown ?? []).filter((path) => valueAt(tree, path.split('.')) === null)
  for (const path of unknown) {
    issues.push(
      issue('EE_RULESET_UNFILLED', `$.${path}`, `no value was published under ${id}; fill it in with a patch`),
    )
  }
  const shape = shapeIssues(Provisions, tree, 'EE_RULESET_INVALID')
  issues.push(...(shape.length > 0 ? shape : meaningIssues(tree as unknown as Provisions)))
  if (issues.length > 0) throw new InputError(issues)
  return { ...summaryOf(amendment), unknown, provisions: tree as unknown as Provisions }
}

/** Whether a later ruleset has taken over by a date: scores under this one are not current law then. */
export function isSuperseded(id: string, date: string): boolean {
  const last = rulesets.find((ruleset) => ruleset.id === id)?.inForceTo ?? null
  return last !== null && date > last
}

/** Id of the ruleset in force on a date (`2025-03-25`); undefined before 2015. */
export function rulesetOn(date: string): string | undefined {
  return amendments.findLast(({ inForceFrom }) => inForceFrom <= date)?.id
}
