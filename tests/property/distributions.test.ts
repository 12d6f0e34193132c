import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../shared/draws/history.ts'
import { civilFromDay, type Day, weekday } from '../../shared/lib/day.ts'
import { randomStream } from '../../shared/lib/random.ts'
import { lifeAssumptions } from '../../shared/life/assumptions.ts'
import { countingLimits } from '../../shared/life/countingLimits.ts'
import { daysUntil } from '../../shared/life/events/chances.ts'
import { DAYS_PER_YEAR } from '../../shared/life/lifeEvent.ts'
import { type Lives, ratingOfStep } from '../../shared/life/lives.ts'
import { groupOfRating, NO_GROUP } from '../../shared/life/rating.ts'
import { expectedArrivals, relativeWeight } from '../../shared/pool/arrivals.ts'
import { fact } from '../../shared/pool/columns.ts'
import { synthesizePool } from '../../shared/pool/population.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { LifeEvents } from '../../shared/schema/lifeEvents.ts'
import { closeDay, isDrawDue, liveThroughDay } from '../../shared/simulation/day.ts'
import { holdNextDraw } from '../../shared/simulation/processes/draws.ts'
import { runSettings } from '../../shared/simulation/settings.ts'
import { beginReplication, type DayTally, newState } from '../../shared/simulation/state.ts'
import { createWorld } from '../../shared/simulation/world.ts'
import { written } from '../helpers/lives.ts'
import { builtInScenario } from '../helpers/scenarios.ts'

const REPLICATIONS = 8

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index]
  return sum
}
/** Four standard deviations of a count that is Poisson. */
const slack = (expected: number): number => 4 * Math.sqrt(expected)

interface LivedDay extends DayTally {
  day: Day
  /** People who came for the first time, and nominees among them. */
  newcomers: number
  newNominees: number
  /** In the pool in the evening. */
  inPool: number
}

interface Answers {
  invited: number
  applied: number
  lapsed: number
}

const settings = runSettings(builtInScenario('baseline-2026'), publishedDraws)
const world = createWorld(settings)
const state = newState(world)
const answers = new Map<Stream, Answers>()

/** The answers that are due before the run ends are all known at the draw. */
function holdDraw(): void {
  const { stream } = state.plan.draws[state.nextSlot]
  const before = [sumOf(state.applications), sumOf(state.lapses)]
  const { selection } = holdNextDraw(state)
  if (state.day + settings.daysToApply + 1 > settings.lastDay) return
  const known = answers.get(stream) ?? { invited: 0, applied: 0, lapsed: 0 }
  known.invited += selection.invited.length
  known.applied += sumOf(state.applications) - before[0]
  known.lapsed += sumOf(state.lapses) - before[1]
  answers.set(stream, known)
}

const firstNominee = world.newcomers.sources.find(({ name }) => name === 'nominees')?.from ?? 0

function liveOneDay(): LivedDay {
  const { day, first } = state
  const before = first.to
  liveThroughDay(state)
  const newNominees = state.profiles.life
    .subarray(before, first.to)
    .filter((life) => life >= world.newcomerLife + firstNominee).length
  while (isDrawDue(state)) holdDraw()
  return { ...closeDay(state), day, newcomers: first.to - before, newNominees, inPool: state.inPool }
}

/** Nominations by provinces of people in the pool, by replication. */
const nominations: number[] = []

/** People with a nomination from the pool, in their first profile or a later one, to which they take it along. */
function nominatedPeople(): number {
  const { nominated, who } = state.profiles
  const people = new Set<number>()
  for (const { first, to } of [state.first, state.returned]) {
    for (let row = first; row < to; row++) if (nominated[row] === 1) people.add(who[row])
  }
  return people.size
}

function liveThroughYear(replication: number): LivedDay[] {
  beginReplication(state, `${settings.seed}/${replication}`)
  const days: LivedDay[] = []
  for (; state.day <= settings.lastDay; state.day++) days.push(liveOneDay())
  nominations.push(nominatedPeople())
  // On the day of the pool table only draws happen.
  return days.slice(1)
}

const days = Array.from({ length: REPLICATIONS }, (_, replication) => liveThroughYear(replication)).flat()
const perDay = (count: (day: LivedDay) => number): number => meanOf(days.map(count))

describe(`${REPLICATIONS} baseline years at full size`, () => {
  it('have the assumed number of newcomers (within 2 %), and with those who come back about 930 a day (within 10 %)', () => {
    const { perDay: assumed } = settings.arrivals
    expect(Math.abs(perDay(({ newcomers }) => newcomers) / assumed - 1)).toBeLessThan(0.02)
    const profiles = perDay(({ arrivals }) => arrivals)
    expect(Math.abs(profiles / 930 - 1), `${profiles} a day`).toBeLessThan(0.1)
  })

  it('have them on the days of the week as weighted (within 1.5 %)', () => {
    const { weekdayWeights } = settings.arrivals
    for (const [index] of weekdayWeights.entries()) {
      const seen = meanOf(days.filter(({ day }) => weekday(day) === index).map(({ newcomers }) => newcomers))
      expect(
        Math.abs(seen / perDay(({ newcomers }) => newcomers) / relativeWeight(weekdayWeights, index) - 1),
      ).toBeLessThan(0.015)
    }
  })

  it('spread them as independent arrivals do: variance = mean', () => {
    const ratios = days.map(({ day, newcomers }) => {
      const expected = expectedArrivals(day, world.newcomers, settings.arrivals).reduce((sum, one) => sum + one, 0)
      return (newcomers - expected) ** 2 / expected
    })
    expect(Math.abs(meanOf(ratios) - 1)).toBeLessThan(0.12)
  })

  it('have as many withdrawals as assumed, of those in the pool', () => {
    const exposed = sumOf(days.map(({ inPool }) => inPool))
    const expected = exposed * settings.withdrawalPerDay
    const withdrawn = sumOf(days.map((day) => day.withdrawn))
    // Who is in the pool in the evening came during the day or stayed: the mean pool is known within a percent.
    expect(Math.abs(withdrawn - expected)).toBeLessThan(slack(expected) + 0.01 * expected)
  })

  it('nominate as many of the pool as assumed, month by month', () => {
    const { perDay: assumed } = settings.life.nominations
    const months = days.map(({ day }) => world.nomineeChoice.monthFactor(civilFromDay(day).month))
    const expected = assumed * sumOf(months)
    const seen = sumOf(nominations)
    expect(expected).toBeGreaterThan(1000)
    expect(Math.abs(seen - expected)).toBeLessThan(slack(expected))
  })

  it('bring about 31 people a day to 601-1200, newcomers and those of the pool together (within 15 %)', () => {
    const entering = perDay(({ newNominees }) => newNominees) + sumOf(nominations) / days.length
    expect(Math.abs(entering / 31 - 1)).toBeLessThan(0.15)
  })

  it('lose about 615 people a day without an ITA (within 15 %)', () => {
    const left = perDay(({ expired, withdrawn, ineligible }) => expired + withdrawn + ineligible)
    expect(Math.abs(left / 615 - 1), `${left} a day`).toBeLessThan(0.15)
  })

  it('answer ITAs by stream as assumed', () => {
    expect(answers.size).toBeGreaterThan(4)
    for (const [stream, { invited, applied, lapsed }] of answers) {
      const { applies, declines } = settings.outcomes[stream]
      const [expected, lapses] = [invited * applies, invited * (1 - applies - declines)]
      expect(Math.abs(applied - expected), `${stream} applied`).toBeLessThan(slack(invited))
      expect(Math.abs(lapsed - lapses), `${stream} lapsed`).toBeLessThan(slack(lapses + 1))
    }
  })
})

describe('the lives of the published pool', () => {
  const { snapshot, lawOfSnapshot: rules, estimate } = settings
  const { pool, count } = synthesizePool({ snapshot, rules, seed: 'distribution', estimate, size: 20_000 })
  const rows = [...Array(count).keys()]
  const limits = countingLimits([rules])
  const livesWith = (events: LifeEvents, horizonDays = DAYS_PER_YEAR): Lives =>
    written(pool, { events, horizonDays }).lives
  const stepsIn = ({ first }: Lives, row: number): number => first[row + 1] - first[row] - 1
  const share = (of: readonly number[], is: (row: number) => boolean): number => of.filter(is).length / of.length
  const tolerance = (of: readonly number[]): number => 4 * Math.sqrt(0.25 / of.length)

  it('have a birthday that counts within the year whenever the next one does', () => {
    const lives = livesWith({ birthdays: { on: true } })
    const counting = rows.filter((row) => pool.ageYears[row] >= 29 && pool.ageYears[row] < 44)
    const others = rows.filter((row) => pool.ageYears[row] >= 20 && pool.ageYears[row] < 28)
    expect(share(counting, (row) => stepsIn(lives, row) === 1)).toBe(1)
    expect(share(others, (row) => stepsIn(lives, row) === 0)).toBe(1)
  })

  it('complete a year of work in Canada as often as people are assumed to go on working', () => {
    const lives = livesWith({ canadianExperience: { on: true } })
    const inCanada = rows.filter((row) => (pool.facts[row] & fact.inCanada) !== 0)
    const counting = inCanada.filter((row) => pool.canadianWorkYears[row] < limits.canadianYears)
    expect(counting.length).toBeGreaterThan(3000)
    const gained = share(counting, (row) => stepsIn(lives, row) === 1)
    expect(Math.abs(gained - lifeAssumptions.canadianExperience.workingShare)).toBeLessThan(tolerance(counting))
    expect(share(rows.filter((row) => !inCanada.includes(row)).slice(0, 500), (row) => stepsIn(lives, row) === 0)).toBe(
      1,
    )
  })

  it('renew their tests in time, later or never as assumed', () => {
    const { validDays, laterDays, renewedInTime, renewedLater } = lifeAssumptions.languageTestExpiry
    const lives = livesWith({ languageTestExpiry: { on: true } }, validDays - 1)
    const groupAt = (row: number, step: number): number =>
      groupOfRating(ratingOfStep(lives, lives.first[row] + step, 0))
    const one = rows.filter((row) => pool.secondLanguage[row] === 0)
    const ended = one.filter((row) => stepsIn(lives, row) > 0 && groupAt(row, 1) === NO_GROUP)
    expect(Math.abs(ended.length / one.length - (1 - renewedInTime))).toBeLessThan(tolerance(one))
    const dayOf = (row: number): number => lives.words[(lives.first[row] + 1) * lives.stepLength] & 0xffff
    const early = ended.filter((row) => dayOf(row) < validDays - 1 - laterDays.to)
    const back = share(early, (row) => stepsIn(lives, row) > 1)
    expect(Math.abs(back - renewedLater)).toBeLessThan(tolerance(early))
  })

  it('put a better test result into the profile no oftener than they take tests', () => {
    const { perYear } = lifeAssumptions.languageRetakes
    const lives = livesWith({ languageRetakes: { on: true } })
    const better = share(rows, (row) => stepsIn(lives, row) > 0)
    expect(better).toBeLessThan(perYear)
    expect(better).toBeGreaterThan(0.25 * perYear)
  })
})

describe('waiting for something with a small chance a day', () => {
  const waits = (perYear: number): number[] => {
    const random = randomStream('waiting', String(perYear))
    return Array.from({ length: 60_000 }, () => daysUntil(perYear, random))
  }

  it.each([0.02, 0.16, 0.9])('is geometric: memoryless, with a chance of %d within a year', (perYear) => {
    const all = waits(perYear)
    const staysADay = (1 - perYear) ** (1 / DAYS_PER_YEAR)
    const mean = 1 / (1 - staysADay)
    expect(Math.min(...all)).toBe(1)
    expect(Math.abs(meanOf(all) / mean - 1)).toBeLessThan(0.02)
    expect(Math.abs(all.filter((wait) => wait <= DAYS_PER_YEAR).length / all.length - perYear)).toBeLessThan(0.01)
    for (const times of [0.5, 1, 2]) {
      const day = Math.ceil(times * mean)
      const longer = all.filter((wait) => wait > day).length / all.length
      expect(Math.abs(longer - staysADay ** day)).toBeLessThan(0.01)
    }
    const half = Math.ceil(mean / 2)
    const late = all.filter((wait) => wait > half).map((wait) => wait - half)
    expect(Math.abs(meanOf(late) / mean - 1)).toBeLessThan(0.03)
  })

  it('is a day when it is certain', () => {
    expect(new Set(waits(1))).toEqual(new Set([1]))
  })

  it('never ends at a rate of 0', () => {
    expect(new Set(waits(0)).size).toBe(1)
  })
})
