import { formatDay } from '../lib/day.ts'
import { admitArrivals } from './processes/arrivals.ts'
import { expireProfiles } from './processes/expiry.ts'
import { nominate } from './processes/nominations.ts'
import { admitReturning } from './processes/reentry.ts'
import { settleInvitations } from './processes/responses.ts'
import { applyRuleChanges } from './processes/rules.ts'
import { takeSteps } from './processes/steps.ts'
import { withdrawProfiles } from './processes/withdrawals.ts'
import { type DayTally, emptyTally, type SimulationState } from './state.ts'

/**
 * One day before its draws, in the documented order: expire, settle ITAs, life events, nominations, withdrawals, people who
 * come back, arrivals, new rules. On the snapshot's own day nothing happens but its draws.
 *
 * @returns true = new CRS rules took over
 */
export function liveThroughDay(state: SimulationState): boolean {
  if (state.day === state.settings.firstDay) return false
  expireProfiles(state)
  settleInvitations(state)
  takeSteps(state)
  nominate(state)
  withdrawProfiles(state)
  admitReturning(state)
  admitArrivals(state)
  return applyRuleChanges(state)
}

/** Whether the next draw of the plan is held today. */
export function isDrawDue({ plan, nextSlot, day }: SimulationState): boolean {
  return nextSlot < plan.draws.length && plan.draws[nextSlot].date === formatDay(day)
}

/** Closes a day: its tally goes into the totals. Returns the tally. */
export function closeDay(state: SimulationState): DayTally {
  const { today, totals } = state
  totals.arrivals += today.arrivals
  totals.returned += today.returned
  totals.expired += today.expired
  totals.withdrawn += today.withdrawn
  totals.ineligible += today.ineligible
  totals.inPool = state.inPool
  state.today = emptyTally()
  return today
}
