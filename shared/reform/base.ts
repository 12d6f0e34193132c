import { latestKnownRulesetId, publishedRuleset, rulesets } from '../crs/ruleset.ts'
import { EMPTY_BASE } from '../schema/reform.ts'
import type { Provisions } from '../schema/ruleset.ts'
import { kindOfCell, mapCells } from './cells.ts'

/** What a reform can start from: every ruleset there has been, oldest first, then no points at all. */
export const baseIds: readonly string[] = [...rulesets.map(({ id }) => id), EMPTY_BASE]

const madeBefore = new Map<string, Provisions>()

/**
 * The rule tree a reform starts from. Empty: the tables of the newest known ruleset with no points in them; its rows, limits
 * and conditions stay, for without them no points could be given.
 *
 * @throws InputError EE_RULESET_UNKNOWN
 */
export function baseProvisions(base: string): Provisions {
  const known = madeBefore.get(base)
  if (known) return known
  const provisions = base === EMPTY_BASE ? withoutPoints() : publishedRuleset(base).provisions
  madeBefore.set(base, provisions)
  return provisions
}

const withoutPoints = (): Provisions =>
  mapCells(publishedRuleset(latestKnownRulesetId).provisions, (path, value) => {
    const kind = kindOfCell(path)
    return kind === 'points' ? 0 : kind === 'points-or-none' ? null : value
  })

/** Places of a base whose values nobody has published. */
export const unknownOf = (base: string): readonly string[] => rulesets.find(({ id }) => id === base)?.unknown ?? []
