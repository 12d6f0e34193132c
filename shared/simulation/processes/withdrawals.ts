import { naturalLog } from '../../lib/portableMath.ts'
import { status } from '../../pool/columns.ts'
import { leavePool, randomOfToday, type SimulationState } from '../state.ts'

/**
 * // Pool -> Withdrawn. Everybody in the pool leaves with the same small probability a day. Jumps from one chosen row to
 * the next (geometric gaps), over all rows ever used: which rows are chosen depends on no draw.
 */
export function withdrawProfiles(state: SimulationState): void {
  const { withdrawalPerDay } = state.settings
  const random = randomOfToday(state, 'withdrawals')
  const logStays = withdrawalPerDay >= 1 ? Number.NEGATIVE_INFINITY : naturalLog(1 - withdrawalPerDay)
  // A probability so small that it is lost beside 1 chooses nobody.
  if (logStays === 0) return
  for (let row = -1; ; ) {
    row += 1 + Math.floor(naturalLog(1 - random.next()) / logStays)
    if (row >= state.rows) return
    if (state.pool.status[row] !== status.inPool) continue
    leavePool(state, row, status.left)
    state.today.withdrawn += 1
  }
}
