import { status } from '../../pool/columns.ts'
import { leavePool, type SimulationState } from '../state.ts'

/** // Pool -> Expired. Profiles whose validity ends today; those with an ITA pending are past this rule. */
export function expireProfiles(state: SimulationState): void {
  state.expiries.visit(state.day, (row) => {
    if (state.pool.status[row] !== status.inPool) return
    leavePool(state, row, status.left)
    state.today.expired += 1
  })
}
