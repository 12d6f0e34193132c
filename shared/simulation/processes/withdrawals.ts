import { visitChosen } from '../../lib/counting.ts'
import { isInPool } from '../profiles.ts'
import { leavePool, randomOfToday, type SimulationState } from '../state.ts'

/** // Pool -> Withdrawn. Everybody in the pool leaves with the same small probability a day. */
export function withdrawProfiles(state: SimulationState): void {
  const { settings, oldestRow, rows, profiles } = state
  const random = randomOfToday(state, 'withdrawals')
  visitChosen(random, settings.withdrawalPerDay, oldestRow, rows, (row) => {
    if (!isInPool(profiles, row)) return
    leavePool(state, row, state.leftByScore)
    state.today.withdrawn += 1
  })
}
