import { holdDraw } from '../../draws/draw.ts'
import { status } from '../../pool/columns.ts'
import type { DrawEvent } from '../../schema/event.ts'
import type { PlannedDraw } from '../../schema/scenario.ts'
import { countInvited, leavePool, type SimulationState } from '../state.ts'
import { scheduleResponses } from './responses.ts'

/** // Pool -> Invited. Holds one draw: the invited leave the pool at once. */
export function inviteByDraw(state: SimulationState, planned: PlannedDraw): DrawEvent {
  state.totals.draws += 1
  const { result, rows } = holdDraw(state.pool, state.rows, planned, state.totals.draws)
  for (const row of rows) leavePool(state, row, status.invited)
  scheduleResponses(state, planned.stream, rows)
  state.today.invited += rows.length
  countInvited(state.totals, planned.stream, rows.length)
  return { type: 'draw', ...result }
}
