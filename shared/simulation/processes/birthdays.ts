import { status } from '../../pool/columns.ts'
import { evaluatePrograms } from '../../pool/programs.ts'
import { evaluateStreams } from '../../pool/streamMembership.ts'
import { leavePool, nextBirthday, rescore, type SimulationState } from '../state.ts'

/**
 * Everybody whose birthday is today is a year older: other points, and perhaps short of the 67 of FSW. Whoever no longer
 * meets a program leaves the pool.
 */
export function celebrateBirthdays(state: SimulationState): void {
  const { pool } = state
  state.birthdays.visit(state.day, (row) => {
    if (pool.status[row] === status.left) return
    pool.ageYears[row] += 1
    state.birthdays.add(nextBirthday(pool, row), row)
    rescore(state, row)
    const programs = pool.programs[row]
    evaluatePrograms(pool, row)
    if (pool.programs[row] === programs) return
    evaluateStreams(pool, row, row + 1, state.day, pool.streams)
    if (pool.programs[row] === 0 && pool.status[row] === status.inPool) {
      leavePool(state, row, status.left)
      state.today.withdrawn += 1
    }
  })
}
