import type { CompiledRuleset } from '../crs/compile.ts'
import { HIGHEST_SCORE } from '../crs/ruleMeaning.ts'
import { scoreRows } from '../crs/score.kernel.ts'
import { addMonths, type Day, dayOfInstant } from '../lib/day.ts'
import { type RandomStream, randomStream } from '../lib/random.ts'
import { type ArrivalsOfDay, arrivalProcess } from '../pool/arrivals.ts'
import type { PersonBank } from '../pool/bank.ts'
import { enlarged, type Pool, status } from '../pool/columns.ts'
import { synthesizePool } from '../pool/population.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { RunTotals } from '../schema/event.ts'
import { Calendar } from './calendar.ts'
import type { RunSettings } from './settings.ts'

/** What happened on one day. */
export interface DayTally {
  arrivals: number
  returned: number
  expired: number
  withdrawn: number
  invited: number
}

export const emptyTally = (): DayTally => ({ arrivals: 0, returned: 0, expired: 0, withdrawn: 0, invited: 0 })

/** Everything that changes while a scenario runs. Processes read and write it; nothing else does. */
export interface SimulationState {
  readonly settings: RunSettings
  day: Day
  rules: CompiledRuleset
  /** Replaced by a larger one when it is full. */
  pool: Pool
  /** Rows in use; rows are never reused, so a row is a person. */
  rows: number
  readonly bank: PersonBank
  /** Persons in the pool by score. */
  readonly countsByScore: Int32Array
  inPool: number
  today: DayTally
  readonly totals: RunTotals
  readonly expiries: Calendar
  readonly birthdays: Calendar
  /** ITAs whose answer or lapse is due. */
  readonly applications: Calendar
  readonly declines: Calendar
  readonly lapses: Calendar
  readonly arrivalsOfDay: ArrivalsOfDay
}

/** Puts a row into the pool: at the start, on arrival, or back after a declined ITA. */
export function enterPool(state: SimulationState, row: number): void {
  state.pool.status[row] = status.inPool
  state.countsByScore[state.pool.score[row]] += 1
  state.inPool += 1
}

/** Takes a row out of the pool. */
export function leavePool(state: SimulationState, row: number, to: typeof status.left | typeof status.invited): void {
  state.pool.status[row] = to
  state.countsByScore[state.pool.score[row]] -= 1
  state.inPool -= 1
}

/**
 * The random stream of a process on a day. A stream of its own every day: what a process draws today depends on no other
 * process and on nothing that happened before.
 */
export const randomOfToday = ({ settings, day }: SimulationState, process: string): RandomStream =>
  randomStream(settings.seed, `${process}/${day}`)

/** Scores a row again and keeps the histogram right. */
export function rescore(state: SimulationState, row: number): void {
  const { pool, countsByScore } = state
  const counted = pool.status[row] === status.inPool
  if (counted) countsByScore[pool.score[row]] -= 1
  scoreRows(state.rules, pool, row, row + 1, pool.score)
  if (counted) countsByScore[pool.score[row]] += 1
}

/** Scores everybody again, under new rules. */
export function rescoreAll(state: SimulationState): void {
  const { pool, rows, countsByScore } = state
  scoreRows(state.rules, pool, 0, rows, pool.score)
  countsByScore.fill(0)
  for (let row = 0; row < rows; row++) if (pool.status[row] === status.inPool) countsByScore[pool.score[row]] += 1
}

/** Day on which a profile is no longer valid: so many months after its submission. */
export const expiryDay = (state: SimulationState, row: number): Day =>
  addMonths(dayOfInstant(state.pool.submittedAt[row]), state.settings.validityMonths)

/** The row for the next person; makes room first when there is none. */
export function appendRow(state: SimulationState): number {
  if (state.rows === state.pool.id.length) state.pool = enlarged(state.pool, Math.ceil(1.5 * state.rows) + 1024)
  const row = state.rows
  state.rows += 1
  state.pool.id[row] = row + 1
  return row
}

const zeroTotals = (start: number): RunTotals => ({
  start,
  arrivals: 0,
  returned: 0,
  invited: 0,
  expired: 0,
  withdrawn: 0,
  inPool: start,
  applied: 0,
  declined: 0,
  lapsed: 0,
  pending: 0,
  draws: 0,
  invitedByStream: Object.fromEntries(streams.map((stream) => [stream, 0])) as Record<Stream, number>,
})

export function countInvited(totals: RunTotals, stream: Stream, invited: number): void {
  totals.invitedByStream[stream] += invited
  totals.invited += invited
}

/** Rows to allocate for a year of arrivals at once, so that the columns seldom have to grow. */
const expectedArrivals = ({ arrivalsPerDay, firstDay, lastDay }: RunSettings): number =>
  Math.ceil(1.02 * arrivalsPerDay * (lastDay - firstDay)) + 2048

/**
 * The synthetic pool of the scenario's date, and calendars with what is due for everybody in it. The people are fitted under
 * the law of that day and then scored under the scenario's rules: a reform in force from the start meets the same people.
 */
export function initialState(settings: RunSettings): SimulationState {
  const { seed, snapshot, firstDay, lastDay, assumptions, lawOfSnapshot } = settings
  const rules = settings.rules.findLast(({ from }) => from <= firstDay)?.rules ?? lawOfSnapshot
  const spareRows = expectedArrivals(settings)
  const { poolSize: size, lastDraws } = settings
  const { pool, count, bank } = synthesizePool({
    snapshot,
    rules: lawOfSnapshot,
    seed,
    lastDraws,
    size,
    spareRows,
    assumptions,
  })
  const firstWholeDay = firstDay + 1
  const capacity = count + spareRows
  const calendar = () => new Calendar(firstWholeDay, lastDay - firstDay, capacity)
  const state: SimulationState = {
    settings,
    day: firstDay,
    rules,
    pool,
    rows: count,
    bank,
    countsByScore: new Int32Array(HIGHEST_SCORE + 1),
    inPool: 0,
    today: emptyTally(),
    totals: zeroTotals(count),
    expiries: calendar(),
    birthdays: calendar(),
    applications: calendar(),
    declines: calendar(),
    lapses: calendar(),
    arrivalsOfDay: arrivalProcess(bank, assumptions, settings.arrivalsPerDay, settings.weekdayWeights),
  }
  scoreRows(rules, pool, 0, count, pool.score)
  for (let row = 0; row < count; row++) {
    enterPool(state, row)
    scheduleLife(state, row)
  }
  return state
}

/** Puts a person's next birthday and the end of their profile on the calendars. */
export function scheduleLife(state: SimulationState, row: number): void {
  state.expiries.add(expiryDay(state, row), row)
  if (state.settings.birthdays) state.birthdays.add(nextBirthday(state.pool, row), row)
}

export const nextBirthday = (pool: Pool, row: number): Day =>
  addMonths(pool.birthDay[row], 12 * (pool.ageYears[row] + 1))
