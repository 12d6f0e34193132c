import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bands } from '../../shared/schema/common.ts'
import type { DayEvent, DrawEvent, SimulationEvent } from '../../shared/schema/event.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { arbitraryScenario } from '../helpers/arbitraryScenario.ts'
import { smallScenario, withoutLife } from '../helpers/scenarios.ts'

const run = (scenario: Scenario, seed?: string): SimulationEvent[] => [...simulate(scenario, { seed })]
const days = (events: SimulationEvent[]) => events.filter((event): event is DayEvent => event.type === 'day')
const draws = (events: SimulationEvent[]) => events.filter((event): event is DrawEvent => event.type === 'draw')

describe('conservation', () => {
  it('holds every day: start + arrivals + returned = in pool + invited + expired + withdrawn + ineligible', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const events = run(scenario)
        const started = events[0]
        if (started.type !== 'started') throw new Error('not started')
        let came = started.poolTotal
        let left = 0
        for (const day of days(events)) {
          came += day.arrivals + day.returned
          const { invited, expired, withdrawn, ineligible } = day.leavers
          left += invited + expired + withdrawn + ineligible
          expect(day.total).toBe(came - left)
          expect(bands.reduce((sum, band) => sum + day.bands[band], 0)).toBe(day.total)
        }
        const finished = events.at(-1)
        if (finished?.type !== 'finished') throw new Error('not finished')
        const { start, arrivals, returned, inPool, invited, expired, withdrawn, ineligible } = finished.totals
        expect(start + arrivals + returned).toBe(inPool + invited + expired + withdrawn + ineligible)
        const { applied, declined, lapsed, pending } = finished.totals
        expect(applied + declined + lapsed + pending).toBe(invited)
      }),
      { numRuns: 25 },
    )
  })
})

describe('determinism', () => {
  it('gives the same events for the same scenario and seed, others for another seed', () => {
    const scenario = smallScenario()
    expect(run(scenario)).toEqual(run(scenario))
    expect(draws(run(scenario, 'other'))).not.toEqual(draws(run(scenario)))
  })
})

describe('the corners of a run', () => {
  it('lasts one day beyond the snapshot with a horizon of 1', () => {
    const events = run(smallScenario({ horizonDays: 1 }))
    expect(days(events).map(({ date }) => date)).toEqual(['2025-12-14', '2025-12-15'])
  })

  it('runs with an empty pool and no arrivals', () => {
    const events = run(smallScenario({ population: { size: 0 }, arrivals: { perDay: 0 } }))
    expect(days(events).every(({ total }) => total === 0)).toBe(true)
    expect(draws(events).every(({ invited, cutoff }) => invited === 0 && cutoff === null)).toBe(true)
  })

  it('leaves nobody eligible above the cutoff of a draw', () => {
    const sizes = {
      schedule: { cadences: [{ stream: 'cec' as const, firstDate: '2025-12-16', everyDays: 1, sizes: [25] }] },
    }
    const cutoffs = draws(
      run(
        smallScenario({
          ...sizes,
          arrivals: { perDay: 0 },
          lifeEvents: withoutLife,
          invitations: { outcomes: { cec: { applies: 1, declines: 0 } } },
        }),
      ),
    ).map(({ cutoff }) => cutoff ?? 0)
    expect(cutoffs.length).toBeGreaterThan(30)
    expect(cutoffs).toEqual([...cutoffs].sort((a, b) => b - a))
  })

  it('returns who declines, with profile and place, and invites them again', () => {
    const declining = smallScenario({
      arrivals: { perDay: 0 },
      lifeEvents: withoutLife,
      attrition: { withdrawalPerDay: 0, validityMonths: 60 },
      invitations: { daysToApply: 10, outcomes: { cec: { applies: 0, declines: 1 } } },
      schedule: {
        draws: [
          { date: '2025-12-16', stream: 'cec', size: 20 },
          { date: '2026-01-20', stream: 'cec', size: 20 },
        ],
      },
    })
    const [first, second] = draws(run(declining))
    expect({ ...second, number: 1, date: first.date }).toEqual(first)
  })

  it('scores the same people under other rules from the start: the pool is fitted under the law of the day', () => {
    const patches = [{ path: 'additional.sibling.points', value: 600 }]
    const [reformed] = run(smallScenario({ rules: [{ from: '2025-03-25', rulesetId: '2025-03-25', patches }] }))
    const [lawful] = run(smallScenario())
    if (reformed.type !== 'started' || lawful.type !== 'started') throw new Error('not started')
    expect(reformed.poolTotal).toBe(lawful.poolTotal)
    expect(reformed.bands['601-1200']).toBeGreaterThan(10 * lawful.bands['601-1200'])
  })

  it('gives points for high-wage occupations when the unknown rules of 2026 are filled in', () => {
    const patches = ['work', 'offer'].flatMap((kind) =>
      ['x1-3', 'x1-5', 'x2'].map((level) => ({ path: `additional.highWage.${kind}.${level}`, value: 100 })),
    )
    const rules = [
      { from: '2025-03-25', rulesetId: '2025-03-25' },
      { from: '2025-12-20', rulesetId: '2026-11-03', patches },
    ]
    const top = (scenario: Scenario) => {
      const last = days(run(scenario)).at(-1)
      return (last?.bands['501-600'] ?? 0) + (last?.bands['601-1200'] ?? 0)
    }
    const still = { lifeEvents: withoutLife, schedule: {} }
    expect(top(smallScenario({ ...still, rules }))).toBeGreaterThan(1.3 * top(smallScenario(still)))
  })

  it('runs to so many days after the scenario asks for, also when the newest pool table is older', () => {
    const later = smallScenario({
      asOf: '2026-02-01',
      horizonDays: 20,
      schedule: { draws: [{ date: '2026-02-20', stream: 'cec', size: 5 }] },
    })
    const events = run(later)
    expect(days(events)[0].date).toBe('2025-12-15')
    expect(days(events).at(-1)?.date).toBe('2026-02-21')
    expect(draws(events)).toHaveLength(1)
  })

  it('rescores the whole pool when rules change in mid-run, and says so', () => {
    const events = run(
      smallScenario({
        rules: [
          { from: '2025-03-25', rulesetId: '2025-03-25' },
          { from: '2026-01-01', rulesetId: '2025-03-25', patches: [{ path: 'additional.sibling.points', value: 600 }] },
        ],
        lifeEvents: withoutLife,
        schedule: {},
      }),
    )
    expect(events.filter(({ type }) => type === 'rules')).toHaveLength(1)
    const top = (date: string) => days(events).find((day) => day.date === date)?.bands['601-1200'] ?? 0
    expect(top('2026-01-01')).toBeGreaterThan(10 * top('2025-12-31'))
  })

  it('ends in the evening of the last day with everybody withdrawn, when everybody withdraws every day', () => {
    const events = run(smallScenario({ attrition: { withdrawalPerDay: 1 }, horizonDays: 5 }))
    for (const day of days(events).slice(1)) expect(day.total).toBe(day.arrivals + day.returned - day.leavers.invited)
    expect(draws(events).every(({ eligible }) => eligible < 40)).toBe(true)
  })

  it('answers every ITA on the next two mornings when one day is all there is to apply', () => {
    const events = run(
      smallScenario({
        horizonDays: 10,
        invitations: { daysToApply: 1, outcomes: { general: { applies: 0.4, declines: 0.3 } } },
        schedule: { draws: [{ date: '2025-12-17', stream: 'general', size: 300 }] },
      }),
    )
    const returned = days(events).map((day) => [day.date, day.returned] as const)
    expect(returned.filter(([, count]) => count > 0).map(([date]) => date)).toEqual(['2025-12-18'])
    const finished = events.at(-1)
    if (finished?.type !== 'finished') throw new Error('not finished')
    expect(finished.totals).toMatchObject({ invited: 300, pending: 0 })
  })
})
