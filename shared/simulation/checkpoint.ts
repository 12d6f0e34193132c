import { seal, unseal } from '../lib/sealed.ts'
import type { RunTotals } from '../schema/event.ts'
import type { Calendar } from './calendar.ts'
import { copyRows, type Profiles, type Section } from './profiles.ts'
import { beginReplication, countPool, newState, reserveRows, type SimulationState } from './state.ts'
import type { World } from './world.ts'

/** Changes with every change of what is saved. */
const FORMAT = 'simulation/1'

/** The single values of a state. */
interface SavedValues {
  seed: string
  day: number
  regime: number
  first: Section
  returned: Section
  oldestDay: number
  nextSlot: number
  totals: RunTotals
}

/** Columns of a profile in the order they are saved. */
const profileNames: readonly (keyof Profiles)[] = ['who', 'life', 'baseDay', 'rating', 'submittedAt', 'nominated']

/** Counts that cannot be worked out again, in the order they are saved. */
const savedCounts = (state: SimulationState): Int32Array[] => [
  state.invitedBySlot,
  state.applications,
  state.lapses,
  state.leftByScore,
  state.invitedByScore,
]

const calendars = (state: SimulationState): Calendar[] => [state.steps, state.declines, state.reentries]

/**
 * Everything that changes in a run, between two days, as bytes. The world is not in it: it is made again from the scenario.
 *
 * @param state when a day is over and the next has not begun
 */
export function saveCheckpoint(state: SimulationState): Uint8Array {
  const { seed, day, regime, first, returned, oldestDay, nextSlot, totals, profiles, world } = state
  const meta: SavedValues = { seed, day, regime, first, returned, oldestDay, nextSlot, totals }
  return seal(FORMAT, world.settings.fingerprint, {
    meta,
    columns: [
      ...profileNames.map((name) => profiles[name].subarray(0, returned.to)),
      ...savedCounts(state),
      ...calendars(state).flatMap((calendar) => calendar.save()),
    ],
  })
}

/**
 * The state that {@link saveCheckpoint} saved: the same future, day by day.
 *
 * @throws InputError EE_CHECKPOINT when the bytes are damaged or of another run
 */
export function restoreCheckpoint(world: World, bytes: Uint8Array): SimulationState {
  const { meta, columns } = unseal(FORMAT, world.settings.fingerprint, bytes)
  const saved = meta as SavedValues
  const state = newState(world)
  beginReplication(state, saved.seed)
  reserveRows(state, saved.returned.to)
  const next = () => columns.shift() as Int32Array
  const profiles = Object.fromEntries(profileNames.map((name) => [name, next()])) as unknown as Profiles
  copyRows(profiles, state.profiles, saved.returned.to)
  for (const counts of savedCounts(state)) counts.set(next())
  for (const calendar of calendars(state)) calendar.restore([next(), next()])
  Object.assign(state, saved)
  countPool(state)
  return state
}
