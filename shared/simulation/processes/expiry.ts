import { instantOfDay } from '../../lib/day.ts'
import { isInPool } from '../profiles.ts'
import { leavePool, type SimulationState, sectionsOf } from '../state.ts'
import { expiryDay } from '../world.ts'
import { mayReturn } from './reentry.ts'

/**
 * // Pool -> Expired. Profiles whose validity ends today; those with an ITA pending are past this rule. Rows are in order of
 * submission, so they are the next ones in line.
 */
export function expireProfiles(state: SimulationState): void {
  const { profiles, settings, day } = state
  while (expiryDay(settings, state.oldestDay) <= day) state.oldestDay += 1
  const stillValid = instantOfDay(state.oldestDay)
  for (const section of sectionsOf(state)) {
    let row = section.from
    for (; row < section.to && profiles.submittedAt[row] < stillValid; row++) {
      if (!isInPool(profiles, row)) continue
      leavePool(state, row, state.leftByScore)
      state.today.expired += 1
      mayReturn(state, row, settings.life.reentry.afterExpiry)
    }
    section.from = row
  }
}
