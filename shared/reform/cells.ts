import { valueAt } from '../lib/valueAt.ts'
import type { Provisions } from '../schema/ruleset.ts'

/**
 * A rule tree seen as cells: every value somebody could change, at a path such as `core.age.withSpouse.20`. A cell of a grid
 * is `transferability.educationLanguage.grid.1.2`.
 */
export type CellValue = number | string | null

/**
 * What a cell holds: points, points that may be missing (no rule, or unknown), the limit of some points, a row or column of
 * the grids (0 to 2), a CLB or NCLC level, or a choice.
 */
export type CellKind = 'points' | 'points-or-none' | 'cap' | 'tier' | 'level' | 'choice'

const citation = new Set(['unit', 'sources', 'confidence', 'endedOn'])

type Node = { readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

export function kindOfCell(path: string): CellKind {
  if (/\.(tier|column)\./.test(path)) return 'tier'
  if (/\.minimum(French|English)$/.test(path)) return 'level'
  if (path.endsWith('.combine')) return 'choice'
  if (/\.caps?\./.test(path)) return 'cap'
  return path.startsWith('additional.') ? 'points-or-none' : 'points'
}

/** Members of a node that hold rules: without units and sources, in the order of the file; rows by lower bound. */
export const ruleEntries = (node: object): [string, unknown][] =>
  Object.entries(node).filter(([key]) => !citation.has(key))

function* cellsBelow(node: object, prefix: string): Generator<[path: string, value: CellValue]> {
  for (const [key, value] of ruleEntries(node)) {
    if (isNode(value)) yield* cellsBelow(value, `${prefix}${key}.`)
    else yield [`${prefix}${key}`, value as CellValue]
  }
}

/** Every cell of a rule tree. */
export const cellsOf = (provisions: Provisions): Generator<[path: string, value: CellValue]> =>
  cellsBelow(provisions, '')

/** What stands at a path; undefined when nothing does. */
export const cellAt = (provisions: Provisions, path: string): unknown => valueAt(provisions, path.split('.'))

function changed(node: unknown, [key, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(node)
  if (Array.isArray(node))
    return node.map((member, index) => (String(index) === key ? changed(member, rest, change) : member))
  const members = isNode(node) ? node : {}
  const value = changed(Object.hasOwn(members, key) ? members[key] : undefined, rest, change)
  if (value !== undefined) return { ...members, [key]: value }
  const { [key]: _, ...others } = members
  return others
}

/** The tree with another value in a cell; a new row of a table of lower bounds where there is none; undefined takes it away. */
export const withCell = (provisions: Provisions, path: string, value: CellValue | undefined): Provisions =>
  changed(provisions, path.split('.'), () => value) as Provisions

/** The tree with every cell replaced by what `change` makes of it. */
export function mapCells(provisions: Provisions, change: (path: string, value: CellValue) => CellValue): Provisions {
  let mapped = provisions
  for (const [path, value] of cellsOf(provisions)) mapped = withCell(mapped, path, change(path, value))
  return mapped
}
