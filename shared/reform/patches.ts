import { patchProvisions } from '../crs/ruleset.ts'
import type { Reform } from '../schema/reform.ts'
import type { Provisions } from '../schema/ruleset.ts'
import type { RulePatch } from '../schema/scenario.ts'
import { baseProvisions } from './base.ts'
import { type CellValue, ruleEntries, withCell } from './cells.ts'

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const isCell = (value: unknown): boolean => !isTree(value)
const isBound = (key: string): boolean => /^\d+$/.test(key)

function* patchesBelow(from: object, to: object, prefix: string, whole: boolean): Generator<RulePatch> {
  const before = new Map(ruleEntries(from))
  const after = new Map(ruleEntries(to))
  const names = [...after.keys()]
  const loses = [...before.keys()].some((key) => !after.has(key))
  const isTable =
    names.every((key) => isCell(after.get(key))) && names.every((key) => !before.has(key) || isCell(before.get(key)))
  if (isTable && prefix !== '' && !isSame([...before], [...after]) && (loses || (whole && names.every(isBound)))) {
    yield { path: prefix.slice(0, -1), value: Object.fromEntries(after) }
    return
  }
  for (const [key, value] of after) {
    const old = before.get(key)
    if (isTree(value) && isTree(old)) yield* patchesBelow(old, value, `${prefix}${key}.`, whole)
    else if (!isSame(old, value)) yield { path: `${prefix}${key}`, value }
  }
}

/**
 * The patches that turn one rule tree into another, in the order of the tree: single values, whole grids, and whole tables
 * where a row is gone. Units and sources are not compared.
 *
 * @param granularity `tables` gives tables of lower bounds whole, for where few patches are allowed
 * @example patchesBetween(law, reform)   // [{ path: 'additional.sibling.points', value: 30 }]
 */
export const patchesBetween = (
  from: Provisions,
  to: Provisions,
  granularity: 'cells' | 'tables' = 'cells',
): RulePatch[] => [...patchesBelow(from, to, '', granularity === 'tables')]

/**
 * The whole rule tree of a reform; values nobody has filled in are null.
 *
 * @throws InputError EE_RULESET_UNKNOWN, EE_RULESET_INVALID
 */
export const provisionsOfReform = ({ base, patches }: Reform): Provisions =>
  patchProvisions(baseProvisions(base), patches)

/** The reason of a place: that of the patch of it, of the table it is in, or of a value inside it. */
const reasonFor = (path: string, patches: readonly RulePatch[]): string | undefined =>
  patches.findLast((one) => one.path === path || path.startsWith(`${one.path}.`) || one.path.startsWith(`${path}.`))
    ?.reason

/** The reform that has exactly this rule tree: no patch more than needed; reasons stay with their places. */
export function reformWith(reform: Reform, provisions: Provisions): Reform {
  const patches = patchesBetween(baseProvisions(reform.base), provisions).map((patch) => {
    const reason = reasonFor(patch.path, reform.patches)
    return reason === undefined ? patch : { ...patch, reason }
  })
  return { ...reform, patches }
}

/** The reform with another value in a cell; undefined takes a row away. */
export const changeCell = (reform: Reform, path: string, value: CellValue | undefined): Reform =>
  reformWith(reform, withCell(provisionsOfReform(reform), path, value))
