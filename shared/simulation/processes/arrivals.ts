import { scoreRows } from '../../crs/score.kernel.ts'
import { instantOfDay } from '../../lib/day.ts'
import { copyPerson } from '../../pool/columns.ts'
import { birthDays } from '../../pool/population.ts'
import { evaluateStreams } from '../../pool/streamMembership.ts'
import { appendRow, enterPool, randomOfToday, type SimulationState, scheduleLife } from '../state.ts'

/** // Outside -> Pool. The new profiles of today, scored under the rules the day began with. */
export function admitArrivals(state: SimulationState): void {
  const { day, bank } = state
  const random = randomOfToday(state, 'arrivals')
  const firstRow = state.rows
  state.arrivalsOfDay(day, random, (bankRow, secondOfDay) => {
    const row = appendRow(state)
    const { pool } = state
    copyPerson(bank.people, bankRow, pool, row)
    pool.submittedAt[row] = instantOfDay(day) + secondOfDay
    const { first, count } = birthDays(day, pool.ageYears[row])
    pool.birthDay[row] = first + random.integer(count)
  })
  const { pool } = state
  scoreRows(state.rules, pool, firstRow, state.rows, pool.score)
  evaluateStreams(pool, firstRow, state.rows, day, pool.streams)
  for (let row = firstRow; row < state.rows; row++) {
    enterPool(state, row)
    scheduleLife(state, row)
  }
  state.today.arrivals += state.rows - firstRow
}
