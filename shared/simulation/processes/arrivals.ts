import { poissonCount } from '../../lib/counting.ts'
import { instantOfDay, SECONDS_PER_DAY } from '../../lib/day.ts'
import type { RandomStream } from '../../lib/random.ts'
import { ratingOfStep } from '../../life/lives.ts'
import { expectedArrivals } from '../../pool/arrivals.ts'
import { scheduleSteps } from '../lifeOfRow.ts'
import { appendFirst, enterPool, randomOfToday, type SimulationState } from '../state.ts'

/** So many people, on average, from places `from` to `from + places - 1` of the newcomers submit a profile today. */
function admit(state: SimulationState, random: RandomStream, expected: number, from: number, places: number): void {
  if (places === 0) return
  const { day, world } = state
  const { lives } = world
  const rules = world.regimes[state.regime].rulesIndex
  const midnight = instantOfDay(day)
  const count = poissonCount(random, expected)
  const firstRow = appendFirst(state, count)
  const { who, life, baseDay, submittedAt } = state.profiles
  const firstLife = world.newcomerLife + from
  let place = random.integer(places)
  for (let row = firstRow; row < firstRow + count; row++) {
    const lived = firstLife + place
    place = place + 1 === places ? 0 : place + 1
    const step = lives.first[lived]
    who[row] = row
    life[row] = lived
    baseDay[row] = day
    submittedAt[row] = midnight + random.integer(SECONDS_PER_DAY)
    enterPool(state, row, ratingOfStep(lives, step, rules))
    scheduleSteps(state, row, step)
  }
  state.today.arrivals += count
}

/** // Outside -> Pool. The new profiles of today: a Poisson process, weekdays and months as weighted. */
export function admitArrivals(state: SimulationState): void {
  const { newcomers } = state.world
  const { arrivalFactors } = state.parameters
  const expected = expectedArrivals(state.day, newcomers, state.settings.arrivals)
  const random = randomOfToday(state, 'arrivals')
  for (const [source, { from, places }] of newcomers.sources.entries()) {
    admit(state, random, expected[source] * arrivalFactors[source], from, places)
  }
}
