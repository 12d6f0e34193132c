import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { addMonths, completedYears, dayOfInstant, parseDay, weekday } from '../../../shared/lib/day.ts'
import { populationAssumptions } from '../../../shared/pool/assumptions.ts'
import { status } from '../../../shared/pool/columns.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { admitArrivals } from '../../../shared/simulation/processes/arrivals.ts'
import { celebrateBirthdays } from '../../../shared/simulation/processes/birthdays.ts'
import { expireProfiles } from '../../../shared/simulation/processes/expiry.ts'
import { scheduleResponses, settleInvitations } from '../../../shared/simulation/processes/responses.ts'
import { withdrawProfiles } from '../../../shared/simulation/processes/withdrawals.ts'
import { runSettings } from '../../../shared/simulation/settings.ts'
import { initialState, leavePool, type SimulationState } from '../../../shared/simulation/state.ts'
import { smallScenario } from '../../helpers/scenarios.ts'

const start = (changes: Partial<Scenario> = {}, seed?: string): SimulationState =>
  initialState(runSettings(smallScenario({ population: { size: 800 }, ...changes }), publishedDraws, seed))

/** Runs one process from the day after the pool table on, looking at the state after every day. */
function live(state: SimulationState, days: number, process: (state: SimulationState) => void, look: () => void) {
  for (let day = 1; day <= days; day++) {
    state.day = state.settings.firstDay + day
    process(state)
    look()
  }
}

const rowsOf = (state: SimulationState): number[] => [...Array(state.rows).keys()]

describe('expiry', () => {
  it.each([1, 12])('takes a profile out on the day its %i months end, and not before', (validityMonths) => {
    const state = start({ horizonDays: 380, attrition: { validityMonths } })
    const { pool } = state
    live(state, 380, expireProfiles, () => {
      for (const row of rowsOf(state)) {
        const ends = addMonths(dayOfInstant(pool.submittedAt[row]), validityMonths)
        expect(pool.status[row], `row ${row}`).toBe(state.day >= ends ? status.left : status.inPool)
      }
    })
    expect(state.inPool).toBe(0)
  })
})

describe('birthdays', () => {
  it('keep everybody as old as their birth date says, year after year', () => {
    const state = start({ horizonDays: 800 })
    live(state, 800, celebrateBirthdays, () => {
      for (const row of rowsOf(state)) {
        if (state.pool.status[row] === status.left) continue
        expect(state.pool.ageYears[row]).toBe(completedYears(state.pool.birthDay[row], state.day))
      }
    })
    expect(state.today.withdrawn).toBeLessThan(80)
  })

  it('come to those born on 29 February who arrive on 28 February', () => {
    const state = start({ horizonDays: 100, arrivals: { perDay: 20_000 } })
    state.day = parseDay('2026-02-28')
    const first = state.rows
    admitArrivals(state)
    for (let row = first; row < state.rows; row++) {
      expect(completedYears(state.pool.birthDay[row], state.day)).toBe(state.pool.ageYears[row])
    }
  })
})

describe('answers to an ITA', () => {
  const invite = (outcome: { applies: number; declines: number }, seed?: string) => {
    const state = start({ horizonDays: 200, invitations: { outcomes: { cec: outcome } } }, seed)
    state.day = state.settings.firstDay + 1
    const rows = Int32Array.from(rowsOf(state).slice(0, 400))
    for (const row of rows) leavePool(state, row, status.invited)
    scheduleResponses(state, 'cec', rows)
    return { state, rows, invitedOn: state.day }
  }
  const statusesOn = ({ state, rows }: ReturnType<typeof invite>, day: number) => {
    for (state.day = state.settings.firstDay + 2; state.day <= day; state.day++) settleInvitations(state)
    return [...rows].map((row) => state.pool.status[row])
  }

  it('lapse on the morning after the sixtieth day', () => {
    const open = invite({ applies: 0, declines: 0 })
    expect(new Set(statusesOn(open, open.invitedOn + 60))).toEqual(new Set([status.invited]))
    expect(open.state.totals).toMatchObject({ lapsed: 0, pending: 400 })
    open.state.day = open.invitedOn + 61
    settleInvitations(open.state)
    expect(open.state.totals).toMatchObject({ lapsed: 400, pending: 0 })
  })

  it('come within the sixty days when somebody applies or declines', () => {
    const applying = invite({ applies: 1, declines: 0 })
    expect(new Set(statusesOn(applying, applying.invitedOn + 60))).toEqual(new Set([status.left]))
    expect(applying.state.totals.applied).toBe(400)
    const declining = invite({ applies: 0, declines: 1 })
    const submitted = declining.state.pool.submittedAt.slice(0, 400)
    const back = statusesOn(declining, declining.invitedOn + 60).filter((now) => now === status.inPool).length
    expect(back).toBe(declining.state.today.returned)
    expect(back).toBeGreaterThan(300)
    expect(declining.state.pool.submittedAt.slice(0, 400)).toEqual(submitted)
  })

  it('follow the shares of the stream, and the seed', () => {
    const one = invite({ applies: 0.5, declines: 0 }, 'one')
    const other = invite({ applies: 0.5, declines: 0 }, 'other')
    const [first, second] = [one, other].map((run) => statusesOn(run, run.invitedOn + 60))
    expect(first).not.toEqual(second)
    expect(one.state.totals.applied).toBeGreaterThan(150)
    expect(one.state.totals.applied).toBeLessThan(250)
  })
})

describe('withdrawals', () => {
  it('take the assumed share a day, whoever else left before', () => {
    const state = start({ population: { size: 20_000 }, attrition: { withdrawalPerDay: 0.001 } })
    live(state, 50, withdrawProfiles, () => undefined)
    expect(state.today.withdrawn / (20_000 * 0.05)).toBeGreaterThan(0.85)
    expect(state.today.withdrawn / (20_000 * 0.05)).toBeLessThan(1.1)
    const thinned = start({ population: { size: 20_000 }, attrition: { withdrawalPerDay: 0.001 } })
    for (let row = 0; row < 5000; row++) leavePool(thinned, row, status.left)
    live(thinned, 50, withdrawProfiles, () => undefined)
    const left = (one: SimulationState) =>
      rowsOf(one).filter((row) => row >= 5000 && one.pool.status[row] === status.left)
    expect(left(thinned)).toEqual(left(state))
  })

  it.each([0, 1e-17, Number.MIN_VALUE])('of probability %d take nobody', (withdrawalPerDay) => {
    const state = start({ attrition: { withdrawalPerDay } })
    live(state, 3, withdrawProfiles, () => undefined)
    expect(state.today.withdrawn).toBe(0)
  })
})

describe('arrivals', () => {
  const state = start({ horizonDays: 365, arrivals: { perDay: 200 } })
  const perDay: { day: number; count: number; nominees: number }[] = []
  live(state, 364, admitArrivals, () => {
    const rows = rowsOf(state).filter((row) => dayOfInstant(state.pool.submittedAt[row]) === state.day && row >= 800)
    const nominees = rows.filter((row) => state.pool.streams[row] & (1 << 4)).length
    perDay.push({ day: state.day, count: rows.length, nominees })
  })
  const mean = (days: typeof perDay) => days.reduce((sum, { count }) => sum + count, 0) / days.length

  it('are as many a day as asked for, on average', () => {
    expect(mean(perDay)).toBeGreaterThan(195)
    expect(mean(perDay)).toBeLessThan(205)
  })

  it('come on weekdays above all', () => {
    const { weekdayWeights } = populationAssumptions.arrivals
    const sundays = mean(perDay.filter(({ day }) => weekday(day) === 0))
    const mondays = mean(perDay.filter(({ day }) => weekday(day) === 1))
    expect(mondays / sundays / (weekdayWeights[1] / weekdayWeights[0])).toBeCloseTo(1, 0)
  })

  it('hold about 30 nominees among 930', () => {
    const nominees = perDay.reduce((sum, one) => sum + one.nominees, 0) / (mean(perDay) * perDay.length)
    expect(nominees).toBeGreaterThan(0.028)
    expect(nominees).toBeLessThan(0.037)
  })

  it('are in order of submission and belong to a program', () => {
    for (let row = 801; row < state.rows; row++) {
      expect(state.pool.submittedAt[row]).toBeGreaterThanOrEqual(state.pool.submittedAt[row - 1] - 86_400)
      expect(state.pool.programs[row]).not.toBe(0)
    }
  })
})
