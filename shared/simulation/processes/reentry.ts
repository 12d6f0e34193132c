import { instantOfDay, SECONDS_PER_DAY } from '../../lib/day.ts'
import { uniformOf } from '../../lib/hash.ts'
import { dayOfStep, ratingOfStep } from '../../life/lives.ts'
import { groupOfRating, NO_GROUP } from '../../life/rating.ts'
import { ratingAtStep, scheduleSteps, stepOfRow, stepsOfLives, whoIs } from '../lifeOfRow.ts'
import { appendReturned, enterPool, type SimulationState } from '../state.ts'

/** A whole number of days from a range that belongs to a profile and an occasion. */
export const daysOf = (
  hash: number,
  id: number,
  occasion: number,
  { from, to }: { from: number; to: number },
): number => from + Math.floor(uniformOf(hash, id, occasion) * (to - from + 1))

/** Notes on the calendar that the person of a row comes back on a day. */
function comeBackOn(state: SimulationState, row: number, day: number): void {
  state.reentries.add(day, whoIs(state, row), state.profiles.nominated[row])
}

/**
 * Decides whether the person of a profile that has ended comes back with a new one, tomorrow at the earliest.
 *
 * @param share of such people who do
 * @param days until the profile ends
 */
export function mayReturn(state: SimulationState, row: number, share: number, days = 0): void {
  const { day, hashes, settings } = state
  const { on, afterDays } = settings.life.reentry
  const who = whoIs(state, row)
  if (!on || uniformOf(hashes.reentry, who, 3 * day) >= share) return
  comeBackOn(state, row, day + Math.max(1, days + daysOf(hashes.reentry, who, 3 * day + 1, afterDays)))
}

/** Somebody has just left because they meet no program: they come back if their life says that they meet one later. */
export function comeBackWhenEligible(state: SimulationState, row: number): void {
  const { lives, rulesOfDay } = state.world
  const { profiles, settings } = state
  if (!settings.life.reentry.on) return
  const end = lives.first[profiles.life[row] + 1]
  for (let step = stepOfRow(state, row) + 1; step < end; step++) {
    const day = profiles.baseDay[row] + dayOfStep(lives, step)
    if (day > settings.lastDay) return
    if (groupOfRating(ratingOfStep(lives, step, rulesOfDay[day - settings.firstDay])) === NO_GROUP) continue
    comeBackOn(state, row, day)
    return
  }
}

/** // Outside -> Pool. Those who come back today submit a new profile, if they meet a program. */
export function admitReturning(state: SimulationState): void {
  const { day } = state
  const returning: number[] = []
  const nominations: number[] = []
  state.reentries.visit(day, (who, nominated) => {
    returning.push(who)
    nominations.push(nominated)
  })
  const people = new Int32Array(returning)
  const { life, baseDay } = state.profiles
  const steps = stepsOfLives(
    state,
    people.map((who) => life[who]),
    people.map((who) => baseDay[who]),
  )
  for (let index = 0; index < people.length; index++) {
    admitAgain(state, people[index], nominations[index], steps[index])
  }
}

/** A new profile of the person whose first one is row `who`, at a step of their life. */
function admitAgain(state: SimulationState, who: number, nominated: number, step: number): void {
  const { day, hashes } = state
  const rating = ratingAtStep(state, step, nominated)
  if (groupOfRating(rating) === NO_GROUP) return
  const row = appendReturned(state)
  const { profiles } = state
  profiles.who[row] = who
  profiles.life[row] = profiles.life[who]
  profiles.baseDay[row] = profiles.baseDay[who]
  profiles.nominated[row] = nominated
  profiles.submittedAt[row] =
    instantOfDay(day) + Math.floor(uniformOf(hashes.reentry, who, 3 * day + 2) * SECONDS_PER_DAY)
  enterPool(state, row, rating)
  scheduleSteps(state, row, step)
  state.today.arrivals += 1
}
