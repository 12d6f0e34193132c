import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bands, type Stream } from '../../shared/schema/common.ts'
import type { DayEvent, DrawEvent, SimulationEvent } from '../../shared/schema/event.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { smallScenario } from '../helpers/scenarios.ts'

const run = (scenario: Scenario, seed?: string): SimulationEvent[] => [...simulate(scenario, { seed })]
const days = (events: SimulationEvent[]) => events.filter((event): event is DayEvent => event.type === 'day')
const draws = (events: SimulationEvent[]) => events.filter((event): event is DrawEvent => event.type === 'draw')

const stream = fc.constantFrom<Stream>('general', 'cec', 'pnp', 'french', 'healthcare', 'military')
const cadence = fc.record({
  stream,
  firstDate: fc.constantFrom('2025-12-14', '2025-12-16', '2026-01-05'),
  everyDays: fc.integer({ min: 1, max: 30 }),
  sizes: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 3 }),
})

const arbitraryScenario = fc
  .record({
    horizonDays: fc.integer({ min: 1, max: 120 }),
    size: fc.constantFrom(0, 1, 50, 3000),
    perDay: fc.constantFrom(0, 1, 20),
    withdrawalPerDay: fc.constantFrom(0, 0.01, 1),
    validityMonths: fc.constantFrom(1, 12),
    daysToApply: fc.integer({ min: 1, max: 60 }),
    cadences: fc.array(cadence, { maxLength: 3 }),
  })
  .map(({ horizonDays, size, perDay, withdrawalPerDay, validityMonths, daysToApply, cadences }) =>
    smallScenario({
      horizonDays,
      population: { size },
      arrivals: { perDay },
      attrition: { withdrawalPerDay, validityMonths },
      invitations: { daysToApply, outcomes: { cec: { applies: 0.3, declines: 0.4 } } },
      schedule: { cadences },
    }),
  )

describe('conservation', () => {
  it('holds every day: start + arrivals + returned = in pool + invited + expired + withdrawn', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const events = run(scenario)
        const started = events[0]
        if (started.type !== 'started') throw new Error('not started')
        let came = started.poolTotal
        let left = 0
        for (const day of days(events)) {
          came += day.arrivals + day.returned
          left += day.leavers.invited + day.leavers.expired + day.leavers.withdrawn
          expect(day.total).toBe(came - left)
          expect(bands.reduce((sum, band) => sum + day.bands[band], 0)).toBe(day.total)
        }
        const finished = events.at(-1)
        if (finished?.type !== 'finished') throw new Error('not finished')
        const { start, arrivals, returned, inPool, invited, expired, withdrawn } = finished.totals
        expect(start + arrivals + returned).toBe(inPool + invited + expired + withdrawn)
        const { applied, declined, lapsed, pending } = finished.totals
        expect(applied + declined + lapsed + pending).toBe(invited)
      }),
      { numRuns: 40 },
    )
  })
})

describe('determinism', () => {
  it('gives the same events for the same scenario and seed, others for another seed', () => {
    const scenario = smallScenario()
    expect(run(scenario)).toEqual(run(scenario))
    expect(draws(run(scenario, 'other'))).not.toEqual(draws(run(scenario)))
  })

  it('gives the same arrivals whatever is drawn (common random numbers)', () => {
    const many = smallScenario({
      schedule: { cadences: [{ stream: 'general', firstDate: '2025-12-15', everyDays: 1, sizes: [40] }] },
    })
    const none = smallScenario({ schedule: {} })
    expect(days(run(many)).map(({ arrivals }) => arrivals)).toEqual(days(run(none)).map(({ arrivals }) => arrivals))
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
          birthdays: false,
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
      birthdays: false,
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
    expect(top(smallScenario({ rules, schedule: {} }))).toBeGreaterThan(1.5 * top(smallScenario({ schedule: {} })))
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
        schedule: {},
      }),
    )
    expect(events.filter(({ type }) => type === 'rules')).toHaveLength(1)
    const top = (date: string) => days(events).find((day) => day.date === date)?.bands['601-1200'] ?? 0
    expect(top('2026-01-01')).toBeGreaterThan(10 * top('2025-12-31'))
  })
})
