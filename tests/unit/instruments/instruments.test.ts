import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { replicatorOf } from '../../../shared/ensemble/replicate.ts'
import { budgetGauges } from '../../../shared/instruments/gauge.ts'
import { instrumentOf } from '../../../shared/instruments/instruments.ts'
import { knobRanges, turned } from '../../../shared/instruments/knobs.ts'
import { shapley } from '../../../shared/instruments/split.ts'
import { readScenario } from '../../../shared/scenario/load.ts'
import { type InstrumentRequest, knobNames } from '../../../shared/schema/instrument.ts'
import type { RulePatch, Scenario } from '../../../shared/schema/scenario.ts'
import { findingOf } from '../../helpers/families.ts'
import { testScenario } from '../../helpers/testScenario.ts'

/** From a date whose estimate comes with the program: nobody waits for it. */
const scenario: Scenario = { ...testScenario, asOf: '2025-12-15' }
const asked = { scenario, runs: 4 }
const cec = { figure: 'mean-cutoff', stream: 'cec' } as const

describe('knobs', () => {
  it.each(knobNames)('%s makes a scenario that can be run, and is itself at 1', (knob) => {
    const { low, high } = knobRanges[knob]
    expect(low).toBeLessThan(1)
    expect(high).toBeGreaterThan(1)
    for (const factor of [low, high, 0, 10]) expect(() => readScenario(turned(scenario, knob, factor))).not.toThrow()
    const cutoffs = (one: Scenario) => [...replicatorOf(ensemblePlan(one))(0).cutoff]
    expect(cutoffs(turned(scenario, knob, 1))).toEqual(cutoffs(scenario))
  })

  it('scales what the scenario says itself, else what is assumed', () => {
    expect(turned({ ...scenario, arrivals: { perDay: 20 } }, 'inflow', 0.5).arrivals).toEqual({ perDay: 10 })
    const archetypes = turned({ ...scenario, arrivals: { archetypes: { nominee: 3 } } }, 'inflow', 2).arrivals
      ?.archetypes
    expect(archetypes).toMatchObject({ nominee: 6, 'worker-in-canada': 2 })
    const own = { ...scenario, lifeEvents: { nominations: { on: true, perDay: 4 } } }
    expect(turned(own, 'nominations', 2).lifeEvents).toEqual({ nominations: { on: true, perDay: 8 } })
    const halved = turned(turned(scenario, { sizesOf: 'french' }, 0.5), { sizesOf: 'french' }, 0.5)
    expect(halved.schedule.sizeFactors).toEqual({ french: 0.25 })
    const budgets = [
      { year: 2026, itas: 1000 },
      { year: 2026, streams: ['cec' as const], persons: 150, shareOfItasUsed: 0.5 },
    ]
    const steered = turned({ ...scenario, schedule: { ...scenario.schedule, budgets } }, 'draw-sizes', 1.1)
    expect(steered.schedule.budgets).toEqual([
      { year: 2026, itas: 1100 },
      { year: 2026, streams: ['cec'], persons: 165, shareOfItasUsed: 0.5 },
    ])
  })
})

describe('the response to the size of a draw', () => {
  const draw = { date: '2026-01-05', stream: 'cec' } as const
  const request: InstrumentRequest = { instrument: 'response', ...asked, draw, sizes: [5, 60] }

  it('is what holding the draw with that size gives, replication by replication', () => {
    const instrument = instrumentOf(request, scenario)
    const { points } = findingOf(instrument, 'response', 4)
    expect(points.map(({ size }) => size)).toEqual([5, 20, 60])
    const { slots } = ensemblePlan(scenario)
    const slot = slots.findIndex(({ date, stream }) => date === draw.date && stream === draw.stream)
    for (const { size, cutoff } of points) {
      const draws = slots.map((one, index) => (index === slot ? { ...one, size } : one))
      const replicate = replicatorOf(ensemblePlan({ ...scenario, schedule: { draws } }))
      const held = [0, 1, 2, 3].map((run) => replicate(run).cutoff[slot]).sort((a, b) => a - b)
      expect([cutoff?.p10, cutoff?.p50, cutoff?.p90]).toEqual([held[0], held[1], held[3]])
    }
  })

  it('never rises with the size', () => {
    const { points } = findingOf(instrumentOf({ ...request, sizes: undefined }, scenario), 'response', 4)
    const means = points.flatMap(({ difference, size }) => (size === 20 ? [0] : (difference?.difference.mean ?? [])))
    expect(means).toEqual(means.toSorted((a, b) => b - a))
    expect(points[0]).toMatchObject({ size: 0, cutoff: null })
  })

  it.each([
    ['a day without such a draw', { ...draw, date: '2026-01-06' }, /expected one of 2025-12-/],
    ['a stream without draws', { date: '2026-01-05', stream: 'stem' as const }, /has none of that stream/],
  ])('refuses %s', (_, wrong, words) => {
    expect(() => instrumentOf({ ...request, draw: wrong }, scenario)).toThrow(words)
  })
})

describe('a tornado', () => {
  it('turns every assumption down and up, the widest first', () => {
    const knobs = ['nominations', 'draw-sizes', 'inflow'] as const
    const request: InstrumentRequest = { instrument: 'tornado', ...asked, outcome: cec, knobs: [...knobs] }
    const { entries } = findingOf(instrumentOf(request, scenario), 'tornado', 4)
    expect(new Set(entries.map(({ knob }) => knob))).toEqual(new Set(knobs))
    const widths = entries.map(({ low, high }) =>
      Math.abs((high.difference?.difference.mean ?? 0) - (low.difference?.difference.mean ?? 0)),
    )
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    const sizes = entries.find(({ knob }) => knob === 'draw-sizes')
    expect(sizes?.low.difference?.difference.mean).toBeGreaterThan(0)
    expect(sizes?.high.difference?.difference.mean).toBeLessThan(0)
  })

  it('refuses an outcome of a stream without draws', () => {
    const request: InstrumentRequest = {
      instrument: 'tornado',
      ...asked,
      outcome: { figure: 'mean-cutoff', stream: 'stem' },
    }
    expect(() => findingOf(instrumentOf(request, scenario), 'tornado', 1)).toThrow(/holds no draw of stem/)
  })
})

describe('a sweep', () => {
  it('has a cell for every pair of values; the one where nothing is turned differs in nothing', () => {
    const x = { knob: { sizesOf: 'cec' }, factors: [0.5, 1, 2] } as const
    const y = { knob: 'inflow', factors: [1, 1.5] } as const
    const request = { instrument: 'sweep', ...asked, outcome: cec, x, y } as unknown as InstrumentRequest
    const { cells } = findingOf(instrumentOf(request, scenario), 'sweep', 3)
    expect(cells.map((cell) => [cell.y, cell.x])).toEqual([
      [1, 0.5],
      [1, 1],
      [1, 2],
      [1.5, 0.5],
      [1.5, 1],
      [1.5, 2],
    ])
    expect(cells[1].difference?.difference).toMatchObject({ mean: 0, low: 0, high: 0 })
    expect(cells[0].difference?.difference.mean).toBeGreaterThan(cells[2].difference?.difference.mean ?? 0)
  })
})

describe('a split', () => {
  it('of values by Shapley adds up to the whole, gives equals equal shares and nothing to what changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 8, maxLength: 8 }), (values) => {
        const shares = shapley(values)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(values[7] - values[0], 9)
      }),
    )
    expect(shapley([0, 10, 10, 20])).toEqual([10, 10])
    expect(shapley([5, 9, 5, 9])).toEqual([4, 0])
    // Two of three people are needed for 6: everybody's share is 2.
    expect(shapley([0, 0, 0, 6, 0, 6, 6, 6])).toEqual([2, 2, 2].map((share) => expect.closeTo(share, 9)))
  })

  const [ofCec, ofFrench] = scenario.schedule.cadences ?? []
  const alternative: Scenario = {
    ...scenario,
    id: 'other',
    lifeEvents: { languageRetakes: { on: false } },
    arrivals: { perDay: 24 },
    schedule: {
      cadences: [
        { ...ofCec, sizes: [40] },
        { ...ofFrench, sizes: [60] },
      ],
    },
  }

  it('of two scenarios names what differs, and adds up exactly', () => {
    const request: InstrumentRequest = { instrument: 'split', ...asked, outcome: cec, alternative }
    const {
      effects,
      total,
      baseline,
      alternative: after,
    } = findingOf(instrumentOf(request, scenario, alternative), 'split', 4)
    expect(effects.map(({ factor }) => factor)).toEqual(['size', 'other-streams', 'inflow'])
    expect(effects.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(total.mean, 9)
    expect(after - baseline).toBeCloseTo(total.mean, 9)
    const [size, , inflow] = effects
    expect(size.mean).toBeLessThan(0)
    expect(inflow.mean).toBeGreaterThan(size.mean)
  })

  it('of a scenario with itself has nothing to tell apart', () => {
    const request: InstrumentRequest = { instrument: 'split', ...asked, outcome: cec, alternative: scenario }
    const patch = { path: 'additional.sibling.points', value: 15 }
    const withPatch = (written: object): Scenario => ({
      ...scenario,
      rules: [{ from: '2025-03-25', rulesetId: '2025-03-25', patches: [written as RulePatch] }],
    })
    // The same, though the patch says why and its members stand in another order.
    const [one, same] = [withPatch(patch), withPatch({ reason: 'as it is', value: 15, path: patch.path })]
    const { effects, total } = findingOf(instrumentOf(request, one, same), 'split', 2)
    expect(effects).toEqual([])
    expect(total.mean).toBe(0)
  })

  it('refuses scenarios of other days', () => {
    const other = { ...scenario, horizonDays: 61 }
    const request: InstrumentRequest = { instrument: 'split', ...asked, outcome: cec, alternative: other }
    expect(() => instrumentOf(request, scenario, other)).toThrow(/received 61 days from 2025-12-15 against 60 days/)
  })
})

describe('the gauge of a levels plan', () => {
  const quantiles = (p50: number) => ({ p10: p50, p25: p50, p50, p75: p50, p90: p50 })
  const drawn = (date: string, stream: 'cec' | 'pnp', p50: number) => ({
    ...{ date, stream, size: p50, cutoff: null, held: 1 },
    invited: quantiles(p50),
  })

  it('says what is issued and what is left, by stream', () => {
    const budgets = [
      { year: 2025, itas: 1000 },
      { year: 2026, streams: ['cec' as const], persons: 150, personsPerPrincipalApplicant: 1.5 },
    ]
    const history = [{ date: '2025-12-10', stream: 'pnp', size: 300 }] as never
    const gauges = budgetGauges(
      { asOf: '2025-12-15', schedule: { budgets } },
      [drawn('2025-12-16', 'cec', 200), drawn('2026-01-05', 'cec', 60), drawn('2026-01-05', 'pnp', 70)],
      history,
    )
    expect(gauges).toEqual([
      {
        ...{ year: 2025, streams: 'all', itas: 1000, issuedBefore: 300, issuedInRun: 200, left: 500 },
        byStream: [
          { stream: 'cec', issuedBefore: 0, issuedInRun: 200 },
          { stream: 'pnp', issuedBefore: 300, issuedInRun: 0 },
        ],
      },
      {
        ...{ year: 2026, streams: ['cec'], itas: 100, issuedBefore: 0, issuedInRun: 60, left: 40 },
        byStream: [{ stream: 'cec', issuedBefore: 0, issuedInRun: 60 }],
      },
    ])
  })

  it('counts the draws between the pool table and the start once, and says by how much a budget is overdrawn', () => {
    const before = publishedDraws.filter(({ date }) => date.startsWith('2025') && date < '2025-12-15')
    const issuedBefore = before.reduce((sum, { size }) => sum + size, 0)
    const asOf = '2025-12-17'
    const schedule = { budgets: [{ year: 2025, itas: 1000 }] }
    const [gauge] = budgetGauges({ asOf, schedule }, [drawn('2025-12-16', 'cec', 5000)], publishedDraws)
    expect(gauge).toMatchObject({ issuedBefore, issuedInRun: 5000, left: 1000 - issuedBefore - 5000 })
  })
})
