import type { Day } from '../lib/day.ts'
import { cohortOfStep, dayOfStep, type Lives, nomineeRatingOfStep, ratingOfStep } from '../life/lives.ts'
import { nomineeCohort } from '../pool/cohort.ts'
import type { SimulationState } from './state.ts'

/** The row of the first profile of a row's person: who it is, whatever happens in between. */
export const whoIs = ({ returned, profiles }: SimulationState, row: number): number =>
  row < returned.first ? row : profiles.who[row]

/** The step of its life a row is at today. */
export const stepOfRow = (state: SimulationState, row: number): number =>
  stepOfLife(state, state.profiles.life[row], state.profiles.baseDay[row])

/** The step of a life that began on a day. `on` = today, with the steps of today. */
export function stepOfLife(state: SimulationState, life: number, baseDay: number, on: Day = state.day): number {
  const { lives } = state.world
  return stepAfter(lives, lives.first[life], lives.first[life + 1] - 1, on - baseDay)
}

/** The last step, from `first` to `last`, that is taken after so many days. */
function stepAfter(lives: Lives, first: number, last: number, lived: number): number {
  let step = first
  while (step < last && dayOfStep(lives, step + 1) <= lived) step += 1
  return step
}

/**
 * The steps several lives are at today. In passes, each asking memory for something of all of them at once: waiting for one
 * after the other would take several times as long.
 *
 * @param lifeOf lives, and the days they began
 */
export function stepsOfLives(state: SimulationState, lifeOf: Int32Array, baseDay: Int32Array): Int32Array {
  const { world, day } = state
  const { lives } = world
  const first = lifeOf.map((life) => lives.first[life])
  const last = lifeOf.map((life) => lives.first[life + 1] - 1)
  for (const step of first) state.readAhead = (state.readAhead + dayOfStep(lives, step)) | 0
  return first.map((step, index) => stepAfter(lives, step, last[index], day - baseDay[index]))
}

/** Score and streams at a step under the rules in force. */
export function ratingAtStep({ world, regime }: SimulationState, step: number, nominated: number): number {
  const { rulesIndex } = world.regimes[regime]
  return (nominated === 1 ? nomineeRatingOfStep : ratingOfStep)(world.lives, step, rulesIndex)
}

/** Score and streams a row has today under the rules in force, whether it is in the pool or not. */
export const ratingOfRow = (state: SimulationState, row: number): number =>
  ratingAtStep(state, stepOfRow(state, row), state.profiles.nominated[row])

/** The same before the steps of today are taken. */
export function ratingOfRowThisMorning(state: SimulationState, row: number): number {
  const { life, baseDay, nominated } = state.profiles
  return ratingAtStep(state, stepOfLife(state, life[row], baseDay[row], state.day - 1), nominated[row])
}

/** Who the person of a row is today, as compositions tell people apart. */
export function cohortOfRow(state: SimulationState, row: number): number {
  const cohort = cohortOfStep(state.world.lives, stepOfRow(state, row))
  return state.profiles.nominated[row] === 1 ? nomineeCohort(cohort) : cohort
}

/** The same for several rows. */
export function cohortsOfRows(state: SimulationState, rows: Int32Array): Int32Array {
  const { life, baseDay, nominated } = state.profiles
  const steps = stepsOfLives(
    state,
    rows.map((row) => life[row]),
    rows.map((row) => baseDay[row]),
  )
  return rows.map((row, index) => {
    const cohort = cohortOfStep(state.world.lives, steps[index])
    return nominated[row] === 1 ? nomineeCohort(cohort) : cohort
  })
}

/** Puts the steps of a life after `step` on the calendar, as far as the profile can live to see them. */
export function scheduleSteps(state: SimulationState, row: number, step: number): void {
  const { world, profiles, settings } = state
  const { lives, rulesOfDay } = world
  const baseDay = profiles.baseDay[row]
  const last = Math.min(settings.lastDay, world.lastDayOfProfile[state.day - settings.firstDay])
  const end = lives.first[profiles.life[row] + 1]
  for (let next = step + 1; next < end; next++) {
    const day = baseDay + dayOfStep(lives, next)
    if (day > last) return
    state.steps.add(day, row, ratingOfStep(lives, next, rulesOfDay[day - settings.firstDay]))
  }
}
