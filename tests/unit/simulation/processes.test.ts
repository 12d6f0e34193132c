import { describe, expect, it } from 'vitest'
import { addMonths, dayOfInstant, weekday } from '../../../shared/lib/day.ts'
import { dayOfStep, ratingOfStep } from '../../../shared/life/lives.ts'
import { groupOfRating, NO_GROUP, scoreOfRating } from '../../../shared/life/rating.ts'
import { populationAssumptions } from '../../../shared/pool/assumptions.ts'
import { isCohortInCanada } from '../../../shared/pool/cohort.ts'
import { cohortOfRow, ratingOfRow, stepOfRow } from '../../../shared/simulation/lifeOfRow.ts'
import { admitArrivals } from '../../../shared/simulation/processes/arrivals.ts'
import { expireProfiles } from '../../../shared/simulation/processes/expiry.ts'
import { nominate } from '../../../shared/simulation/processes/nominations.ts'
import { admitReturning } from '../../../shared/simulation/processes/reentry.ts'
import { scheduleResponses, settleInvitations } from '../../../shared/simulation/processes/responses.ts'
import { applyRuleChanges } from '../../../shared/simulation/processes/rules.ts'
import { takeSteps } from '../../../shared/simulation/processes/steps.ts'
import { withdrawProfiles } from '../../../shared/simulation/processes/withdrawals.ts'
import { isInPool } from '../../../shared/simulation/profiles.ts'
import { leavePool, type SimulationState } from '../../../shared/simulation/state.ts'
import { restlessLife, withoutLife } from '../../helpers/scenarios.ts'
import { inPool, live, rowsOf, startedState } from '../../helpers/startedState.ts'

const outOf = (state: SimulationState, row: number): void => leavePool(state, row, state.leftByScore)

describe('expiry', () => {
  it.each([1, 12])('takes a profile out on the day its %i months end, and not before', (validityMonths) => {
    const state = startedState({ horizonDays: 380, attrition: { validityMonths } })
    const { submittedAt } = state.profiles
    live(state, 380, expireProfiles, () => {
      for (const row of rowsOf(state)) {
        const ends = addMonths(dayOfInstant(submittedAt[row]), validityMonths)
        expect(isInPool(state.profiles, row), `row ${row}`).toBe(state.day < ends)
      }
    })
    expect(state.inPool).toBe(0)
    expect(state.today.expired).toBe(800)
  })
})

describe('steps of lives', () => {
  /** Nobody expires here, so nobody must. */
  const valid = { attrition: { validityMonths: 24 } }

  it('give everybody in the pool what their life says on the day, and take out who meets no program', () => {
    const state = startedState({ ...valid, horizonDays: 300, lifeEvents: restlessLife })
    live(state, 300, takeSteps, () => {
      for (const row of inPool(state)) expect(state.profiles.rating[row]).toBe(ratingOfRow(state, row))
    })
    expect(state.today.ineligible).toBeGreaterThan(20)
    expect(state.inPool + state.today.ineligible).toBe(800)
  })

  it('bring back whoever meets a program again, on that day', () => {
    const state = startedState({ ...valid, horizonDays: 300, lifeEvents: restlessLife })
    const { lives } = state.world
    let back = 0
    live(state, 300, (today) => {
      const before = today.returned.to
      takeSteps(today)
      admitReturning(today)
      for (let row = before; row < today.returned.to; row++) {
        back += 1
        const step = stepOfRow(today, row)
        expect(dayOfStep(lives, step)).toBe(today.day - today.profiles.baseDay[row])
        expect(groupOfRating(ratingOfStep(lives, step - 1, 0))).toBe(NO_GROUP)
        expect(dayOfInstant(today.profiles.submittedAt[row])).toBe(today.day)
      }
    })
    expect(back).toBeGreaterThan(10)
  })

  it('are taken under the rules in force until then on the day on which new rules take over', () => {
    const state = startedState({
      ...valid,
      population: { size: 4000 },
      lifeEvents: restlessLife,
      rules: [
        { from: '2025-03-25', rulesetId: '2025-03-25' },
        { from: '2025-12-20', rulesetId: '2025-03-25', patches: [{ path: 'additional.sibling.points', value: 600 }] },
      ],
    })
    live(state, 6, takeSteps)
    expect(inPool(state).filter((row) => state.profiles.rating[row] !== ratingOfRow(state, row))).toEqual([])
    expect(applyRuleChanges(state)).toBe(true)
    expect(inPool(state).filter((row) => state.profiles.rating[row] !== ratingOfRow(state, row))).toEqual([])
    expect(inPool(state).filter((row) => scoreOfRating(state.profiles.rating[row]) > 600).length).toBeGreaterThan(200)
  })
})

describe('answers to an ITA', () => {
  const invite = (outcome: { applies: number; declines: number }, seed?: string) => {
    const changes = { horizonDays: 200, lifeEvents: withoutLife, invitations: { outcomes: { cec: outcome } } }
    const state = startedState(changes, seed)
    state.day = state.settings.firstDay + 1
    const rows = Int32Array.from(rowsOf(state).slice(0, 400))
    const ratings = rows.map((row) => state.profiles.rating[row])
    for (const row of rows) leavePool(state, row, state.invitedByScore)
    scheduleResponses(state, 'cec', rows, ratings)
    return { state, invitedOn: state.day }
  }
  const settledUntil = ({ state }: ReturnType<typeof invite>, day: number): SimulationState => {
    for (state.day = state.settings.firstDay + 2; state.day <= day; state.day++) settleInvitations(state)
    return state
  }

  it('lapse on the morning after the sixtieth day', () => {
    const open = invite({ applies: 0, declines: 0 })
    expect(settledUntil(open, open.invitedOn + 60).totals).toMatchObject({ lapsed: 0, pending: 400 })
    settleInvitations(open.state)
    expect(open.state.totals).toMatchObject({ lapsed: 400, pending: 0 })
    expect(open.state.inPool).toBe(400)
  })

  it('come within the sixty days when somebody applies or declines', () => {
    const applying = invite({ applies: 1, declines: 0 })
    expect(settledUntil(applying, applying.invitedOn + 60).totals).toMatchObject({ applied: 400, pending: 0 })
    expect(applying.state.inPool).toBe(400)
    const declining = invite({ applies: 0, declines: 1 })
    const { submittedAt, rating } = declining.state.world.profiles
    const state = settledUntil(declining, declining.invitedOn + 60)
    expect(state.totals).toMatchObject({ declined: 400, pending: 0 })
    expect(state.today.returned).toBeGreaterThan(300)
    expect(state.inPool).toBe(400 + state.today.returned)
    for (const row of inPool(state)) {
      expect(state.profiles.submittedAt[row]).toBe(submittedAt[row])
      expect(state.profiles.rating[row]).toBe(rating[row])
    }
  })

  it('of somebody whose profile has ended meanwhile do not bring it back', () => {
    const declining = invite({ applies: 0, declines: 1 })
    const state = settledUntil(declining, declining.invitedOn + 60)
    const { validityMonths, firstDay } = state.settings
    const ends = (row: number): number => addMonths(dayOfInstant(state.profiles.submittedAt[row]), validityMonths)
    const away = rowsOf(state).filter((row) => row < 400 && !isInPool(state.profiles, row))
    expect(away.length).toBeGreaterThan(10)
    for (const row of away) expect(ends(row)).toBeLessThan(firstDay + 62)
  })

  it('follow the shares of the stream, and the seed', () => {
    const settled = (seed: string): SimulationState => {
      const one = invite({ applies: 0.5, declines: 0.2 }, seed)
      return settledUntil(one, one.invitedOn + 61)
    }
    const [one, other] = [settled('one'), settled('other')]
    expect(one.totals).not.toEqual(other.totals)
    for (const { totals } of [one, other]) {
      expect(Math.abs(totals.applied - 200)).toBeLessThan(50)
      expect(Math.abs(totals.declined - 80)).toBeLessThan(40)
      expect(Math.abs(totals.lapsed - 120)).toBeLessThan(45)
    }
  })

  it('are settled before what happens to people that day: a profile comes back and then leaves as its life says', () => {
    const state = startedState({ horizonDays: 300, lifeEvents: restlessLife })
    const { lives, rows } = state.world
    const endsOn = (row: number): number => {
      const step = lives.first[row] + 1
      const isLast = step >= lives.first[row + 1] || groupOfRating(ratingOfStep(lives, step, 0)) !== NO_GROUP
      return isLast ? -1 : dayOfStep(lives, step)
    }
    const row = [...Array(rows).keys()].find((one) => endsOn(one) > 0 && endsOn(one) < 40) ?? -1
    state.day = state.settings.firstDay + endsOn(row)
    leavePool(state, row, state.invitedByScore)
    state.declines.add(state.day, row)
    settleInvitations(state)
    expect(isInPool(state.profiles, row)).toBe(true)
    takeSteps(state)
    expect(isInPool(state.profiles, row)).toBe(false)
    expect(state.today).toMatchObject({ returned: 1 })
    expect(state.today.ineligible).toBeGreaterThan(0)
  })
})

describe('withdrawals', () => {
  const changes = {
    population: { size: 20_000 },
    lifeEvents: withoutLife,
    attrition: { withdrawalPerDay: 0.001 },
  }

  it('take the assumed share a day, whoever else left before', () => {
    const state = startedState(changes)
    live(state, 50, withdrawProfiles)
    const expected = 20_000 * (1 - 0.999 ** 50)
    expect(Math.abs(state.today.withdrawn - expected)).toBeLessThan(4 * Math.sqrt(expected))
    const thinned = startedState(changes)
    for (let row = 0; row < 5000; row++) outOf(thinned, row)
    live(thinned, 50, withdrawProfiles)
    const left = (one: SimulationState) => rowsOf(one).filter((row) => row >= 5000 && !isInPool(one.profiles, row))
    expect(left(thinned)).toEqual(left(state))
  })

  it.each([0, 1e-17, Number.MIN_VALUE])('of probability %d take nobody', (withdrawalPerDay) => {
    const state = startedState({ attrition: { withdrawalPerDay } })
    live(state, 3, withdrawProfiles)
    expect(state.today.withdrawn).toBe(0)
  })
})

describe('nominations', () => {
  const nominees = (state: SimulationState) => rowsOf(state).filter((row) => state.profiles.nominated[row] === 1)

  it('give up to 600 points (as many as section D may) and the nominee stream to people in the pool without one, once', () => {
    const state = startedState({
      population: { size: 4000 },
      lifeEvents: { ...withoutLife, nominations: { perDay: 5 } },
    })
    const before = state.profiles.rating.slice(0, state.first.to)
    const isNominee = state.world.groups.members(0, 'pnp')
    for (let row = 0; row < 2000; row++) if (isInPool(state.profiles, row)) outOf(state, row)
    live(state, 60, nominate)
    expect(nominees(state).length).toBeGreaterThan(100)
    const gains: number[] = []
    for (const row of nominees(state)) {
      expect(row).toBeGreaterThanOrEqual(2000)
      expect(isNominee[groupOfRating(before[row])]).toBe(0)
      expect(isNominee[groupOfRating(state.profiles.rating[row])]).toBe(1)
      gains.push(scoreOfRating(state.profiles.rating[row]) - scoreOfRating(before[row]))
    }
    expect(Math.max(...gains)).toBe(600)
    expect(Math.min(...gains)).toBeGreaterThan(450)
    expect(state.inPool).toBe(2000)
  })

  it('stay when something else happens', () => {
    const attrition = { validityMonths: 24 }
    const lifeEvents = { ...restlessLife, nominations: { perDay: 20 } }
    const state = startedState({ horizonDays: 200, attrition, lifeEvents })
    live(state, 5, nominate)
    const before = nominees(state).filter((row) => isInPool(state.profiles, row))
    live(state, 200, takeSteps)
    const isNominee = state.world.groups.members(0, 'pnp')
    const still = before.filter((row) => isInPool(state.profiles, row))
    expect(still.length).toBeGreaterThan(20)
    for (const row of still) expect(isNominee[groupOfRating(state.profiles.rating[row])]).toBe(1)
  })

  it('go to people in Canada, and of the scores, as often as assumed', () => {
    const state = startedState({
      population: { size: 60_000 },
      lifeEvents: { ...withoutLife, nominations: { perDay: 15 } },
    })
    const { inCanadaWeight, coreScoreWeights } = state.settings.life.nominations
    const isNominee = state.world.groups.members(0, 'pnp')
    const weightOf = (row: number): number => {
      const score = scoreOfRating(state.profiles.rating[row])
      const floor =
        Object.keys(coreScoreWeights)
          .map(Number)
          .findLast((from) => from <= score) ?? 0
      const ofPlace = isCohortInCanada(cohortOfRow(state, row)) ? inCanadaWeight : 1
      return isNominee[groupOfRating(state.profiles.rating[row])] === 1 ? 0 : coreScoreWeights[String(floor)] * ofPlace
    }
    const rows = rowsOf(state)
    const weights = rows.map(weightOf)
    const inCanada = rows.filter((row) => isCohortInCanada(cohortOfRow(state, row)))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const expected = inCanada.reduce((sum, row) => sum + weights[row], 0) / total
    live(state, 60, nominate)
    const chosen = nominees(state)
    const share = chosen.filter((row) => isCohortInCanada(cohortOfRow(state, row))).length / chosen.length
    expect(chosen.length).toBeGreaterThan(600)
    expect(Math.abs(share - expected)).toBeLessThan(0.05)
  })

  it('are given up where there is nobody to nominate', () => {
    const state = startedState({ population: { size: 0 }, lifeEvents: { nominations: { perDay: 50 } } })
    live(state, 3, nominate)
    expect(nominees(state)).toEqual([])
  })
})

describe('people who come back', () => {
  const endedAndBack = (afterExpiry: number): SimulationState => {
    const life = { ...withoutLife, reentry: { on: true, afterExpiry } }
    const state = startedState({ horizonDays: 365, lifeEvents: life })
    live(state, 365, (today) => {
      expireProfiles(today)
      admitReturning(today)
    })
    return state
  }

  it('do so as often as assumed, with a new profile that is valid again', () => {
    const state = endedAndBack(0.5)
    expect(Math.abs(state.today.arrivals - 375)).toBeLessThan(70)
    expect(state.today.expired).toBe(800)
    expect(rowsOf(state)).toHaveLength(800 + state.today.arrivals)
    expect(endedAndBack(0).today.arrivals).toBe(0)
  })

  it('do so one day to the longest time later', () => {
    const state = endedAndBack(1)
    const { from, to } = state.settings.life.reentry.afterDays
    const { profiles, settings } = state
    const waits: number[] = []
    for (let row = state.returned.first; row < state.returned.to; row++) {
      const ended = addMonths(dayOfInstant(profiles.submittedAt[profiles.who[row]]), settings.validityMonths)
      waits.push(dayOfInstant(profiles.submittedAt[row]) - Math.max(ended, settings.firstDay + 1))
    }
    expect(waits.length).toBeGreaterThan(700)
    expect(Math.min(...waits)).toBe(Math.max(1, from))
    expect(Math.max(...waits)).toBeGreaterThan(to - 5)
    expect(Math.max(...waits)).toBeLessThanOrEqual(to)
  })
})

describe('arrivals', () => {
  const state = startedState({ horizonDays: 365, arrivals: { perDay: 200 } })
  const perDay: { day: number; count: number; nominees: number }[] = []
  const isNominee = state.world.groups.members(0, 'pnp')
  let seen = state.first.to
  live(state, 364, admitArrivals, () => {
    const rows = Array.from({ length: state.first.to - seen }, (_, index) => seen + index)
    const nominees = rows.filter((row) => isNominee[groupOfRating(state.profiles.rating[row])] === 1).length
    perDay.push({ day: state.day, count: rows.length, nominees })
    seen = state.first.to
  })
  const mean = (days: typeof perDay) => days.reduce((sum, { count }) => sum + count, 0) / days.length

  it('are as many a day as asked for, on average', () => {
    expect(mean(perDay)).toBeGreaterThan(195)
    expect(mean(perDay)).toBeLessThan(205)
  })

  it('come on weekdays above all', () => {
    const { weekdayWeights } = populationAssumptions.arrivals
    for (const [day, weight] of weekdayWeights.entries()) {
      const relative = mean(perDay.filter((one) => weekday(one.day) === day)) / mean(perDay)
      const asked = (7 * weight) / weekdayWeights.reduce((sum, one) => sum + one, 0)
      expect(Math.abs(relative / asked - 1), `weekday ${day}`).toBeLessThan(0.06)
    }
  })

  it('hold the assumed share of nominees', () => {
    const { sources } = state.world.newcomers
    const all = sources.reduce((sum, source) => sum + source.perDay, 0)
    const ofNominees = sources.find(({ name }) => name === 'nominees')?.perDay ?? 0
    const nominees = perDay.reduce((sum, one) => sum + one.nominees, 0) / (mean(perDay) * perDay.length)
    expect(Math.abs(nominees / (ofNominees / all) - 1)).toBeLessThan(0.1)
  })

  it('are in order of the day they were submitted and belong to a program', () => {
    for (let row = 801; row < state.first.to; row++) {
      const [before, day] = [row - 1, row].map((one) => dayOfInstant(state.profiles.submittedAt[one]))
      expect(day).toBeGreaterThanOrEqual(before)
      expect(isInPool(state.profiles, row)).toBe(true)
    }
  })
})
