import { dayOfInstant } from '../../lib/day.ts'
import { uniformOf } from '../../lib/hash.ts'
import { groupOfRating, NO_GROUP, scoreOfRating } from '../../life/rating.ts'
import type { Stream } from '../../schema/common.ts'
import { ratingOfRowThisMorning, whoIs } from '../lifeOfRow.ts'
import { enterPool, type SimulationState } from '../state.ts'
import { expiryDay } from '../world.ts'
import { daysOf, mayReturn } from './reentry.ts'

/**
 * // Invited -> Applied | Declined | Lapsed. Decides at once what each invited person will answer, and when. Only those who
 * decline come back as they are: the others are done with, and their ITAs are numbers on a day.
 */
export function scheduleResponses(state: SimulationState, stream: Stream, rows: Int32Array, ratings: Int32Array): void {
  const { settings, day, hashes, applications, lapses, parameters } = state
  const { applies, declines } = parameters.outcomes[stream]
  // The last day to apply still counts: an ITA lapses on the morning after it.
  const lapseDay = day + settings.daysToApply + 1
  for (const [index, row] of rows.entries()) {
    const who = whoIs(state, row)
    const answer = uniformOf(hashes.responses, who, 2 * day)
    if (answer >= applies + declines) {
      // An answer after the last day of the run falls off the end of these arrays: nobody asks for it.
      lapses[lapseDay - settings.firstDay] += 1
      mayReturn(state, row, settings.life.reentry.afterLapse, lapseDay - day)
      continue
    }
    const delay = daysOf(hashes.responses, who, 2 * day + 1, settings.responseDays)
    const responseDay = day + Math.min(delay, settings.daysToApply)
    if (answer < applies) {
      applications[responseDay - settings.firstDay] += 1
      continue
    }
    state.declines.add(responseDay, row, ratings[index])
  }
  state.totals.pending += rows.length
}

/**
 * // Invited -> Pool. A declined ITA puts the profile back with its submission instant and expiry, if it is still valid
 * and still meets a program. What happens to them today comes after it.
 */
function returnToPool(state: SimulationState, row: number, invitedWith: number): void {
  const { profiles, settings, day } = state
  const ends = expiryDay(settings, dayOfInstant(profiles.submittedAt[row]))
  const rating = ratingOfRowThisMorning(state, row)
  if (day >= ends || groupOfRating(rating) === NO_GROUP) return
  enterPool(state, row, rating)
  state.invitedByScore[scoreOfRating(invitedWith)] -= 1
  state.today.returned += 1
}

/** Settles the ITAs whose answer or lapse falls on today. */
export function settleInvitations(state: SimulationState): void {
  const { totals, day, settings, applications, lapses } = state
  const applied = applications[day - settings.firstDay]
  const lapsed = lapses[day - settings.firstDay]
  totals.applied += applied
  totals.lapsed += lapsed
  totals.pending -= applied + lapsed
  state.declines.visit(day, (row, invitedWith) => {
    returnToPool(state, row, invitedWith)
    totals.declined += 1
    totals.pending -= 1
  })
}
