import { instantOfDay, SECONDS_PER_DAY } from '../../lib/day.ts'
import { uniformOf } from '../../lib/hash.ts'
import { dayOfStep, ratingOfStep } from '../../life/lives.ts'
import { groupOfRating, NO_GROUP } from '../../life/rating.ts'
import {
  appendReturned,
  enterPool,
  ratingAtStep,
  type SimulationState,
  scheduleSteps,
  stepOfLife,
  stepOfRow,
} from '../state.ts'

/** A whole number of days from a range that belongs to a profile and an occasion. */
export const daysOf = (
  hash: number,
  id: number,
  occasion: number,
  { from, to }: { from: number; to: number },
): number => from + Math.floor(uniformOf(hash, id, occasion) * (to - from + 1))

/** Notes on the calendar that the person of a row comes back on a day. */
function comeBackOn(state: SimulationState, row: number, day: number): void {
  const { who, nominated } = state.profiles
  state.reentries.add(day, who[row], nominated[row])
}

/**
 * Decides whether the person of a profile that has ended comes back with a new one, tomorrow at the earliest.
 *
 * @param share of such people who do
 * @param days until the profile ends
 */
export function mayReturn(state: SimulationState, row: number, share: number, days = 0): void {
  const { day, hashes, settings, profiles } = state
  const { on, afterDays } = settings.life.reentry
  const who = profiles.who[row]
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
  const { day, hashes } = state
  state.reentries.visit(day, (who, nominated) => {
    const life = state.profiles.life[who]
    const baseDay = state.profiles.baseDay[who]
    const step = stepOfLife(state, life, baseDay)
    const rating = ratingAtStep(state, step, nominated)
    if (groupOfRating(rating) === NO_GROUP) return
    const row = appendReturned(state)
    const { profiles } = state
    profiles.who[row] = who
    profiles.life[row] = life
    profiles.baseDay[row] = baseDay
    profiles.nominated[row] = nominated
    profiles.submittedAt[row] =
      instantOfDay(day) + Math.floor(uniformOf(hashes.reentry, who, 3 * day + 2) * SECONDS_PER_DAY)
    enterPool(state, row, rating)
    scheduleSteps(state, row, step)
    state.today.arrivals += 1
  })
}
