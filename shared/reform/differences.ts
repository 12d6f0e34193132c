import { atThreshold } from '../crs/parts.ts'
import { publishedRuleset, rulesets } from '../crs/ruleset.ts'
import type { Provisions, RulesetSummary } from '../schema/ruleset.ts'
import { unknownOf } from './base.ts'
import { type CellValue, cellAt, cellsOf } from './cells.ts'

/**
 * Where the value of a difference comes from: it was law at some time, it fills in what nobody has published, or it is
 * somebody's proposal.
 */
export type Origin = 'law' | 'assumption' | 'proposal'

/** One value that is not what the law says. */
export interface Difference {
  path: string
  before: CellValue
  after: CellValue
  origin: Origin
  /** First and last day on which the value was law, the newest time; last null = not ended. Only with origin `law`. */
  inForce?: { from: string; to: string | null }
}

/** Newest first. */
const known = rulesets.filter(({ status }) => status === 'law').toReversed()

/** The value at a path; of a table of lower bounds without that row, the value that holds there. */
export function effectiveCell(provisions: Provisions, path: string): CellValue {
  const value = cellAt(provisions, path)
  if (value !== undefined) return value as CellValue
  const table = cellAt(provisions, path.slice(0, path.lastIndexOf('.')))
  const bound = Number(path.slice(path.lastIndexOf('.') + 1))
  return typeof table === 'object' && table !== null ? atThreshold(table as Record<string, number>, bound) : null
}

function originOf(path: string, value: CellValue, base: string): Pick<Difference, 'origin' | 'inForce'> {
  const isLaw = ({ id }: RulesetSummary) => effectiveCell(publishedRuleset(id).provisions, path) === value
  const newest = known.findIndex(isLaw)
  if (newest >= 0) {
    const before = known.slice(newest).findIndex((one) => !isLaw(one))
    const oldest = before < 0 ? known[known.length - 1] : known[newest + before - 1]
    return { origin: 'law', inForce: { from: oldest.inForceFrom, to: known[newest].inForceTo } }
  }
  return { origin: unknownOf(base).includes(path) ? 'assumption' : 'proposal' }
}

/**
 * What a reform changes against a law, value by value, in the order of the rule tree.
 *
 * @param base what the reform starts from: where it has unpublished values, filling them in is an assumption
 */
export function differencesFrom(law: Provisions, reform: Provisions, base: string): Difference[] {
  const paths = new Set([...cellsOf(law), ...cellsOf(reform)].map(([path]) => path))
  return [...paths].flatMap((path) => {
    const before = effectiveCell(law, path)
    const after = effectiveCell(reform, path)
    return before === after ? [] : [{ path, before, after, ...originOf(path, after, base) }]
  })
}
