import { poissonCount } from '../../lib/counting.ts'
import { civilFromDay } from '../../lib/day.ts'
import { PersonalRandom, type RandomStream } from '../../lib/random.ts'
import { groupOfRating, NO_GROUP, scoreOfRating } from '../../life/rating.ts'
import { isCohortInCanada } from '../../pool/cohort.ts'
import { cohortOfRow, ratingOfRow } from '../lifeOfRow.ts'
import { randomOfToday, rateAgain, type SimulationState } from '../state.ts'

/** Rows looked at for one nomination before it is given up: only in a pool with hardly anybody to nominate. */
const MOST_TRIES = 2000
const NUMBERS_OF_A_TRY = 3

/** Somebody in the pool, as if first and returned profiles stood in one line; the first ones keep their places. */
function anybody({ first, returned }: SimulationState, random: RandomStream): number {
  const firstRows = first.to - first.from
  const returnedRows = returned.to - returned.from
  const isReturned = random.next() * (firstRows + returnedRows) >= firstRows
  const place = random.next()
  return isReturned ? returned.from + Math.floor(place * returnedRows) : first.from + Math.floor(place * firstRows)
}

/** Somebody in the pool without a nomination, likelier the more they weigh; -1 when nobody was found. */
function chooseNominee(state: SimulationState, random: RandomStream, isNominee: Uint8Array): number {
  const { profiles, world, first, returned } = state
  const { weightInCanada, abroadFactor } = world.nomineeChoice
  if (first.to === first.from && returned.to === returned.from) return -1
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const row = anybody(state, random)
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

/**
 * // Pool -> Pool. Provinces nominate people who are in the pool: 600 points more, and the nominee stream. Every nomination
 * has random numbers of its own, so that one that falls on somebody else moves no other.
 */
export function nominate(state: SimulationState): void {
  const { settings, world, day, regime } = state
  const { on, perDay } = settings.life.nominations
  if (!on) return
  const isNominee = world.groups.members(regime, 'pnp')
  const expected = perDay * world.nomineeChoice.monthFactor(civilFromDay(day).month)
  const count = poissonCount(randomOfToday(state, 'nominations'), expected)
  const random = new PersonalRandom(state.hashes.nominations)
  for (let nomination = 0; nomination < count; nomination++) {
    const row = chooseNominee(state, random.of(day, nomination * NUMBERS_OF_A_TRY * MOST_TRIES), isNominee)
    if (row < 0) return
    state.profiles.nominated[row] = 1
    rateAgain(state, row, ratingOfRow(state, row))
  }
}
