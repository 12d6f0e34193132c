import { uniformOf } from '../../lib/hash.ts'
import { status } from '../../pool/columns.ts'
import type { Stream } from '../../schema/common.ts'
import { enterPool, expiryDay, type SimulationState } from '../state.ts'

/** // Invited -> Applied | Declined | Lapsed. Decides at once what each invited person will answer, and when. */
export function scheduleResponses(state: SimulationState, stream: Stream, rows: Int32Array): void {
  const { settings, pool, day } = state
  const { applies, declines } = settings.outcomes[stream]
  // The last day to apply still counts: an ITA lapses on the morning after it.
  const lapseDay = day + settings.daysToApply + 1
  const { from, to } = settings.responseDays
  for (const row of rows) {
    const answer = uniformOf(settings.seedHash, pool.id[row], 2 * day)
    const delay = from + Math.floor(uniformOf(settings.seedHash, pool.id[row], 2 * day + 1) * (to - from + 1))
    const responseDay = day + Math.min(delay, settings.daysToApply)
    if (answer < applies) state.applications.add(responseDay, row)
    else if (answer < applies + declines) state.declines.add(responseDay, row)
    else state.lapses.add(lapseDay, row)
  }
  state.totals.pending += rows.length
}

/**
 * // Invited -> Pool. A declined ITA puts the profile back with its submission instant and expiry, if it is still valid
 * and still meets a program.
 */
function returnToPool(state: SimulationState, row: number): void {
  if (state.day >= expiryDay(state, row) || state.pool.programs[row] === 0) {
    state.pool.status[row] = status.left
    return
  }
  enterPool(state, row)
  state.today.returned += 1
}

/** Settles the ITAs whose answer or lapse falls on today. */
export function settleInvitations(state: SimulationState): void {
  const { totals } = state
  state.applications.visit(state.day, (row) => {
    state.pool.status[row] = status.left
    totals.applied += 1
    totals.pending -= 1
  })
  state.lapses.visit(state.day, (row) => {
    state.pool.status[row] = status.left
    totals.lapsed += 1
    totals.pending -= 1
  })
  state.declines.visit(state.day, (row) => {
    returnToPool(state, row)
    totals.declined += 1
    totals.pending -= 1
  })
}
