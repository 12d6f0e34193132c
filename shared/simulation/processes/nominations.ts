import { poissonCount } from '../../lib/counting.ts'
import { civilFromDay } from '../../lib/day.ts'
import type { RandomStream } from '../../lib/random.ts'
import { groupOfRating, NO_GROUP, scoreOfRating } from '../../life/rating.ts'
import { isCohortInCanada } from '../../pool/cohort.ts'
import { cohortOfRow, randomOfToday, rateAgain, ratingOfRow, type SimulationState } from '../state.ts'

/** Rows looked at for one nomination before it is given up: only in a pool with hardly anybody to nominate. */
const MOST_TRIES = 2000

/** Somebody in the pool without a nomination, likelier the more they weigh; -1 when nobody was found. */
function chooseNominee(state: SimulationState, random: RandomStream, isNominee: Uint8Array): number {
  const { profiles, oldestRow, rows, world } = state
  const { weightInCanada, abroadFactor } = world.nomineeChoice
  if (rows === oldestRow) return -1
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const row = oldestRow + random.integer(rows - oldestRow)
    const accepts = random.next()
    const rating = profiles.rating[row]
    const group = groupOfRating(rating)
    if (group === NO_GROUP || isNominee[group] === 1) continue
    const inCanada = weightInCanada[scoreOfRating(rating)]
    // Where they live is looked up only when it matters.
    if (accepts >= inCanada) continue
    if (accepts < inCanada * abroadFactor || isCohortInCanada(cohortOfRow(state, row))) return row
  }
  return -1
}

/** // Pool -> Pool. Provinces nominate people who are in the pool: 600 points more, and the nominee stream. */
export function nominate(state: SimulationState): void {
  const { settings, world, day, regime } = state
  const { on, perDay } = settings.life.nominations
  if (!on) return
  const random = randomOfToday(state, 'nominations')
  const isNominee = world.groups.members(regime, 'pnp')
  const expected = perDay * world.nomineeChoice.monthFactor(civilFromDay(day).month)
  for (let left = poissonCount(random, expected); left > 0; left--) {
    const row = chooseNominee(state, random, isNominee)
    if (row < 0) return
    state.profiles.nominated[row] = 1
    rateAgain(state, row, ratingOfRow(state, row))
  }
}
