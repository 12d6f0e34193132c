import { visitChosen } from '../../lib/counting.ts'
import { isInPool, type Section } from '../profiles.ts'
import { leavePool, randomOfToday, type SimulationState } from '../state.ts'

/** Withdrawals of a section: which rows are chosen depends on nothing but how many there are. */
function withdrawFrom(state: SimulationState, { from, to }: Section, process: string): void {
  const { settings, profiles } = state
  visitChosen(randomOfToday(state, process), settings.withdrawalPerDay, from, to, (row) => {
    if (!isInPool(profiles, row)) return
    leavePool(state, row, state.leftByScore)
    state.today.withdrawn += 1
  })
}

/** // Pool -> Withdrawn. Everybody in the pool leaves with the same small probability a day. */
export function withdrawProfiles(state: SimulationState): void {
  withdrawFrom(state, state.first, 'withdrawals')
  withdrawFrom(state, state.returned, 'withdrawals/returned')
}
