import { groupOfRating, NO_GROUP } from '../../life/rating.ts'
import { ratingOfRow } from '../lifeOfRow.ts'
import { rateAgain, type SimulationState } from '../state.ts'
import { comeBackWhenEligible } from './reentry.ts'

/**
 * // Pool -> Pool or out. What happens to people of itself today: birthdays, experience, tests taken or ended, marriages. The
 * calendar says what each profile says from now on; only nominees have to be looked up.
 */
export function takeSteps(state: SimulationState): void {
  const { profiles, world, day } = state
  const isNominee = world.groups.members(state.regime, 'pnp')
  const take = (row: number, rating: number): void => {
    const before = profiles.rating[row]
    if (groupOfRating(before) === NO_GROUP) return
    const now = isNominee[groupOfRating(before)] === 1 ? ratingOfRow(state, row) : rating
    if (!rateAgain(state, row, now)) comeBackWhenEligible(state, row)
  }
  for (const steps of [world.steps, state.steps]) {
    state.readAhead = steps.readAhead(day, profiles.rating)
    steps.visit(day, take)
  }
}
