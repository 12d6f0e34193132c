import { sizeAtDraw } from '../../draws/schedule.ts'
import { type Selection, selectInvited } from '../../draws/select.kernel.ts'
import type { PlannedDraw } from '../../schema/scenario.ts'
import { leavePool, type SimulationState, sectionsOf } from '../state.ts'
import { scheduleResponses } from './responses.ts'

/** A draw as it was held; the invited have left the pool. */
export interface Held {
  slot: number
  planned: PlannedDraw
  /** Most invitations at the moment it was held; undefined = no limit. */
  size: number | undefined
  selection: Selection
  /** Score and streams of the invited when they were invited. */
  ratings: Int32Array
}

/** // Pool -> Invited. Holds the next draw of the plan: the invited leave the pool at once. */
export function holdNextDraw(state: SimulationState): Held {
  const { plan, profiles, world, totals } = state
  const slot = state.nextSlot
  const planned = plan.draws[slot]
  const size = sizeAtDraw(plan, slot, state.invitedBySlot)
  const selection = selectInvited(
    profiles,
    sectionsOf(state),
    state.countsByGroup,
    world.groups.members(state.regime, planned.stream),
    size ?? Number.POSITIVE_INFINITY,
    planned.minimumScore ?? 0,
  )
  const { invited } = selection
  const ratings = invited.map((row) => profiles.rating[row])
  for (const row of invited) leavePool(state, row, state.invitedByScore)
  scheduleResponses(state, planned.stream, invited, ratings)
  state.nextSlot = slot + 1
  state.invitedBySlot[slot] = invited.length
  state.today.invited += invited.length
  totals.draws += 1
  totals.invitedByStream[planned.stream] += invited.length
  totals.invited += invited.length
  return { slot, planned, size, selection, ratings }
}
