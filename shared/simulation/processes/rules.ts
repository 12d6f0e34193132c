import { ratingOfRow } from '../lifeOfRow.ts'
import { isInPool } from '../profiles.ts'
import { rateAgain, type SimulationState, sectionsOf } from '../state.ts'

/**
 * Rules that come into force today. New points: the whole pool is scored again. New categories change nobody's rating: whom
 * a draw may invite is looked up by group.
 *
 * @returns true = new CRS rules, not only new categories
 */
export function applyRuleChanges(state: SimulationState): boolean {
  const { world, profiles, day, regime } = state
  const { regimes } = world
  if (regime + 1 >= regimes.length || regimes[regime + 1].from !== day) return false
  state.regime = regime + 1
  if (regimes[state.regime].rulesIndex === regimes[regime].rulesIndex) return false
  for (const { from, to } of sectionsOf(state)) {
    for (let row = from; row < to; row++) if (isInPool(profiles, row)) rateAgain(state, row, ratingOfRow(state, row))
  }
  return true
}
