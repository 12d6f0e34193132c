import { SCORES } from '../crs/ruleMeaning.ts'
import { raiseBlock } from '../draws/ratingBlocks.ts'
import type { DrawPlan } from '../draws/schedule.ts'
import { type Day, dayOfInstant } from '../lib/day.ts'
import { hashText } from '../lib/hash.ts'
import { type RandomStream, randomStream } from '../lib/random.ts'
import { groupOfRating, NO_GROUP, scoreOfRating } from '../life/rating.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { RunTotals } from '../schema/event.ts'
import { Calendar } from './calendar.ts'
import { centralParameters, type ReplicationParameters } from './parameters.ts'
import { copyRows, enlarged, isInPool, OUT_OF_POOL, type Profiles, profileColumns, type Section } from './profiles.ts'
import type { RunSettings } from './settings.ts'
import type { World } from './world.ts'

/** What happened on one day. */
export interface DayTally {
  arrivals: number
  returned: number
  expired: number
  withdrawn: number
  ineligible: number
  invited: number
}

export const emptyTally = (): DayTally => ({
  arrivals: 0,
  returned: 0,
  expired: 0,
  withdrawn: 0,
  ineligible: 0,
  invited: 0,
})

const hashedProcesses = ['responses', 'reentry', 'nominations'] as const
export type ProcessHashes = { readonly [process in (typeof hashedProcesses)[number]]: number }

const processHashes = (seed: string): ProcessHashes =>
  Object.fromEntries(
    hashedProcesses.map((process) => [process, hashText(`${seed}/${process}`)]),
  ) as unknown as ProcessHashes

/** Everything that changes while a scenario runs. Processes read and write it; nothing else does. */
export interface SimulationState {
  readonly world: World
  readonly settings: RunSettings
  /** Seed of this replication: every process takes its own streams of it. */
  seed: string
  /** 32 bits of the seed for each process that asks about single persons (`uniformOf`). */
  hashes: ProcessHashes
  /** What this replication takes for granted. */
  parameters: ReplicationParameters
  plan: DrawPlan
  day: Day
  /** Index of the regime in force. */
  regime: number
  /** Replaced by a larger one when it is full. */
  profiles: Profiles
  /** First profiles, and those of people who came back. */
  readonly first: Section
  readonly returned: Section
  /** First submission day whose profiles have not expired; behind it while nobody looked. */
  oldestDay: Day
  /** Persons in the pool by group of streams and score: index `group * SCORES + score`. */
  readonly countsByGroup: Int32Array
  /** Persons in the pool by score. */
  readonly countsByScore: Int32Array
  inPool: number
  today: DayTally
  totals: RunTotals
  /** ITAs by slot of the plan. */
  invitedBySlot: Int32Array
  /** Where reads for their own sake leave what they read (see `Calendar.readAhead`). */
  readAhead: number
  /** Slot of the next draw. */
  nextSlot: number
  /** Steps of those who came; the first day's people have theirs in the world. */
  readonly steps: Calendar
  /** Declined ITAs, with the rating at the invitation. */
  readonly declines: Calendar
  /** People who come back with a new profile: row of their first, and 1 for a nomination. */
  readonly reentries: Calendar
  /** ITAs that are answered with an application, and that lapse, by day from the first on. */
  readonly applications: Int32Array
  readonly lapses: Int32Array
  /** Profiles that left without an ITA, and that got one, by score. */
  readonly leftByScore: Int32Array
  readonly invitedByScore: Int32Array
}

/** Puts a row into the pool with a score and streams. */
export function enterPool(state: SimulationState, row: number, rating: number): void {
  state.profiles.rating[row] = rating
  raiseBlock(state.profiles.blocks, row, rating)
  count(state, rating, 1)
  state.inPool += 1
}

/** Takes a row out of the pool, into one of the histograms of those who left. */
export function leavePool(state: SimulationState, row: number, into: Int32Array): void {
  const { profiles } = state
  const rating = profiles.rating[row]
  count(state, rating, -1)
  state.inPool -= 1
  profiles.rating[row] = OUT_OF_POOL
  into[scoreOfRating(rating)] += 1
}

function count({ countsByGroup, countsByScore }: SimulationState, rating: number, by: number): void {
  const score = scoreOfRating(rating)
  countsByGroup[groupOfRating(rating) * SCORES + score] += by
  countsByScore[score] += by
}

/**
 * Gives a row in the pool another score or other streams. Whoever no longer meets a program leaves the pool.
 *
 * @returns false when the row has left
 */
export function rateAgain(state: SimulationState, row: number, rating: number): boolean {
  const { profiles } = state
  const before = profiles.rating[row]
  if (rating === before) return true
  if (groupOfRating(rating) === NO_GROUP) {
    leavePool(state, row, state.leftByScore)
    state.today.ineligible += 1
    return false
  }
  count(state, before, -1)
  count(state, rating, 1)
  profiles.rating[row] = rating
  raiseBlock(profiles.blocks, row, rating)
  return true
}

/**
 * The random stream of a process on a day. A stream of its own every day: what a process draws today depends on no other
 * process and on nothing that happened before.
 */
export const randomOfToday = ({ seed, day }: SimulationState, process: string): RandomStream =>
  randomStream(seed, `${process}/${day}`)

/** The sections a process looks through, one after the other. */
export const sectionsOf = ({ first, returned }: SimulationState): readonly Section[] => [first, returned]

/** Takes so many rows for first profiles. Returns the first of them. */
export function appendFirst({ first, returned }: SimulationState, count: number): number {
  const row = first.to
  first.to += count
  if (first.to <= returned.first) return row
  throw new RangeError(`${first.to} first profiles, room for ${returned.first}`)
}

/** Takes a row for the profile of somebody who comes back. */
export function appendReturned(state: SimulationState): number {
  const row = state.returned.to
  reserveRows(state, row + 1)
  state.returned.to += 1
  return row
}

/** Makes room for so many rows in all. */
export function reserveRows(state: SimulationState, rows: number): void {
  if (rows > state.profiles.rating.length) state.profiles = enlarged(state.profiles, Math.ceil(1.2 * rows) + 1024)
}

const zeroTotals = (start: number): RunTotals => ({
  start,
  arrivals: 0,
  returned: 0,
  invited: 0,
  expired: 0,
  withdrawn: 0,
  ineligible: 0,
  inPool: start,
  applied: 0,
  declined: 0,
  lapsed: 0,
  pending: 0,
  draws: 0,
  invitedByStream: Object.fromEntries(streams.map((stream) => [stream, 0])) as Record<Stream, number>,
})

/** Rows to begin with, relative to those of first profiles; the columns grow when more people come back. */
const ROOM_TO_RETURN = 1.1

/** An empty state of the right size: {@link beginReplication} fills it, any number of times. */
export function newState(world: World): SimulationState {
  const { settings, groups, firstReturned } = world
  const { firstDay, lastDay } = settings
  const days = lastDay - firstDay
  const calendar = () => new Calendar(firstDay + 1, days)
  return {
    world,
    settings,
    seed: settings.seed,
    hashes: processHashes(settings.seed),
    parameters: centralParameters(world.newcomers.sources, settings),
    plan: { draws: [], budgets: [] },
    day: firstDay,
    regime: 0,
    profiles: profileColumns(Math.ceil(ROOM_TO_RETURN * firstReturned)),
    first: { first: 0, from: 0, to: 0 },
    returned: { first: firstReturned, from: firstReturned, to: firstReturned },
    oldestDay: firstDay,
    countsByGroup: new Int32Array(SCORES * groups.count),
    countsByScore: new Int32Array(SCORES),
    inPool: 0,
    today: emptyTally(),
    totals: zeroTotals(0),
    invitedBySlot: new Int32Array(settings.slots.length),
    readAhead: 0,
    nextSlot: 0,
    steps: calendar(),
    declines: calendar(),
    reentries: calendar(),
    applications: new Int32Array(days + 1),
    lapses: new Int32Array(days + 1),
    leftByScore: new Int32Array(SCORES),
    invitedByScore: new Int32Array(SCORES),
  }
}

/** Puts a state back to the first day, for a replication with its own seed. */
export function beginReplication(
  state: SimulationState,
  seed: string,
  parameters = centralParameters(state.world.newcomers.sources, state.settings),
): void {
  const { world, settings } = state
  state.parameters = parameters
  const { profiles, rows } = world
  state.seed = seed
  state.hashes = processHashes(seed)
  state.plan = settings.planDraws(seed)
  state.day = settings.firstDay
  state.regime = 0
  copyRows(profiles, state.profiles, rows)
  // Rows of those to come: whoever had them in another replication may have been nominated.
  state.profiles.nominated.fill(0, rows)
  state.oldestDay = rows === 0 ? settings.firstDay : dayOfInstant(profiles.submittedAt[0])
  Object.assign(state.first, { from: 0, to: rows })
  Object.assign(state.returned, { from: state.returned.first, to: state.returned.first })
  state.leftByScore.fill(0)
  state.invitedByScore.fill(0)
  countPool(state)
  state.today = emptyTally()
  state.totals = zeroTotals(state.inPool)
  state.invitedBySlot.fill(0)
  state.nextSlot = 0
  state.steps.clear()
  state.declines.clear()
  state.reentries.clear()
  state.applications.fill(0)
  state.lapses.fill(0)
}

/** Counts everybody in the pool anew. */
export function countPool(state: SimulationState): void {
  const { profiles } = state
  state.countsByGroup.fill(0)
  state.countsByScore.fill(0)
  profiles.blocks.fill(0)
  state.inPool = 0
  for (const { first, to } of sectionsOf(state)) {
    for (let row = first; row < to; row++) {
      if (!isInPool(profiles, row)) continue
      count(state, profiles.rating[row], 1)
      raiseBlock(profiles.blocks, row, profiles.rating[row])
      state.inPool += 1
    }
  }
}
