import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshots } from '../../../shared/draws/history.ts'
import { flowAssumptions } from '../../../shared/flows/assumptions.ts'
import type { FlowSystem } from '../../../shared/flows/flowSystem.ts'
import { systemsAtStart } from '../../../shared/flows/priors.ts'
import { bandCells, CELLS, KNOTS } from '../../../shared/flows/scoreCells.ts'
import { baseGroups } from '../../../shared/pool/baseGroups.ts'
import { everybody, faultsOf, total, wholeCells } from '../../helpers/flows.ts'

const start = () => systemsAtStart(snapshots[0], flowAssumptions)
const base = (): FlowSystem => start().base
const healthcare = (): FlowSystem => start().categories.get('healthcare') as FlowSystem

const allCells = [...Array(CELLS).keys()]
const everyone = wholeCells([0], allCells)
const peopleOf = (system: FlowSystem): number => total(system.stock(0))

const factor = fc.double({ min: 0.5, max: 2, noNaN: true })
const cells = fc
  .record({ first: fc.nat(CELLS - 1), count: fc.integer({ min: 1, max: CELLS }) })
  .map(({ first, count }) => allCells.slice(first, first + count))

type Step = (system: FlowSystem) => void

/** Anything the model does to a system, also where it makes no sense. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map(
    (days): Step =>
      (system) =>
        system.advance(days, 0.9 * days),
  ),
  fc.record({ cells, persons: fc.constantFrom(0, 1, 7, 5000, 1_000_000), noise: fc.constantFrom(1e-6, 0.0025, 1) }).map(
    ({ cells: observed, persons, noise }): Step =>
      (system) =>
        system.observe(wholeCells([0], observed), persons, noise),
  ),
  fc.record({ share: fc.constantFrom(0, 0.3, 1), back: fc.constantFrom(0, 0.2, 1) }).map(
    ({ share, back }): Step =>
      (system) =>
        system.invite(0, new Float64Array(CELLS).fill(share), back),
  ),
  fc.double({ min: 0, max: 2, noNaN: true }).map(
    (level): Step =>
      (system) =>
        system.doubt(0, level),
  ),
  factor.map(
    (by): Step =>
      (system) =>
        system.restate(
          0,
          system.stock(0).map((persons) => by * persons),
          system.inflow(0).map((rate) => rate / by),
          0.35,
        ),
  ),
)

describe('a system of flows', () => {
  it('begins with the people of the published bands', () => {
    const persons = everybody(base())
    for (const { band, cells: inBand } of bandCells) {
      expect(total(inBand.map((cell) => persons[cell]))).toBeCloseTo(snapshots[0].bands[band], 6)
    }
  })

  it('never holds less than nobody, nor anything that is not a number, whatever happens to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const system = healthcare()
        for (const happens of steps) happens(system)
        expect(faultsOf(system)).toEqual([])
      }),
    )
  })

  it('with several groups neither', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        const system = base()
        for (const happens of steps) happens(system)
        expect(faultsOf(system)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  it('copied goes its own way', () => {
    const system = healthcare()
    system.invite(0, new Float64Array(CELLS).fill(0.5), 0.5)
    const before = [system.mean.slice(), system.covariance.slice(), system.returning.slice(), system.age.slice()]
    const copy = system.copy()
    expect([copy.mean, copy.covariance, copy.returning, copy.age]).toEqual(before)
    copy.advance(30, 30)
    copy.observe(everyone, 5, 0.01)
    copy.invite(0, new Float64Array(CELLS).fill(0.5), 0.5)
    expect([system.mean, system.covariance, system.returning, system.age]).toEqual(before)
    system.advance(30, 30)
    system.observe(everyone, 5, 0.01)
    system.invite(0, new Float64Array(CELLS).fill(0.5), 0.5)
    expect(copy.mean).toEqual(system.mean)
    expect(copy.covariance).toEqual(system.covariance)
  })
})

describe('an observation', () => {
  it('brings the sum towards what was counted, not past it, and makes it more certain', () => {
    fc.assert(
      fc.property(cells, factor, fc.constantFrom(0.01, 0.1, 1), (observed, by, noise) => {
        const system = healthcare()
        const sum = wholeCells([0], observed)
        const before = system.read(sum)
        const counted = by * before.persons
        fc.pre(counted > 1)
        system.observe(sum, counted, noise)
        const after = system.read(sum)
        const [away, left] = [before, after].map(({ persons }) => Math.log(counted / persons))
        expect(Math.abs(left)).toBeLessThanOrEqual(Math.abs(away))
        expect(after.variance).toBeLessThan(before.variance)
      }),
    )
  })

  it('that is nearly exact leaves nearly nothing open', () => {
    const system = healthcare()
    const counted = 1.5 * peopleOf(system)
    system.observe(everyone, counted, 1e-6)
    expect(peopleOf(system) / counted).toBeCloseTo(1, 1)
    expect(system.read(everyone).variance).toBeLessThan(0.01)
  })

  it('of those at the top teaches about their neighbours more than about those far below', () => {
    const system = healthcare()
    const before = system.mean.slice()
    const top = allCells.slice(-4)
    system.observe(wholeCells([0], top), 2 * system.read(wholeCells([0], top)).persons, 0.01)
    const grown = system.mean.map((value, row) => value / before[row])
    expect(grown[CELLS - 5]).toBeGreaterThan(grown[0])
    expect(grown[0]).toBeGreaterThan(1)
  })

  it('of the people of one group says nothing about those of another while no days have passed', () => {
    const system = base()
    const [cec, french] = [baseGroups.indexOf('cec'), baseGroups.indexOf('french')]
    const stock = system.stock(french).slice()
    system.observe(wholeCells([cec], allCells), 2 * total(system.stock(cec)), 0.01)
    expect(system.stock(french)).toEqual(stock)
  })
})

describe('days that pass', () => {
  it('without anybody coming leave fewer people, fewer the longer', () => {
    const left = [0, 10, 100].map((days) => {
      const system = healthcare()
      system.advance(days, 0)
      return peopleOf(system)
    })
    expect(left[0]).toBeCloseTo(peopleOf(healthcare()), 3)
    expect(left[1]).toBeLessThan(left[0])
    expect(left[2]).toBeLessThan(left[1])
  })

  it('bring as many as the inflow says', () => {
    const [quiet, busy] = [0, 1].map((effectiveDays) => {
      const system = healthcare()
      system.advance(1, effectiveDays)
      return peopleOf(system)
    })
    const inflow = healthcare().inflow(0)
    expect(inflow).toHaveLength(KNOTS)
    // Persons a day and point, over some 500 points.
    const [least, most] = [Math.min(...inflow), Math.max(...inflow)]
    expect(busy - quiet).toBeGreaterThan(500 * least)
    expect(busy - quiet).toBeLessThan(500 * most)
  })

  it('make everything less certain', () => {
    const system = healthcare()
    system.observe(everyone, peopleOf(system), 1e-4)
    const before = system.read(everyone).variance
    system.advance(60, 60)
    expect(system.read(everyone).variance).toBeGreaterThan(2 * before)
  })

  it('turn inflow back to the shape it began with, at the level it has', () => {
    const system = healthcare()
    const began = system.inflow(0).slice()
    system.inflow(0).set(began.map((rate, knot) => (knot < KNOTS / 2 ? 2 * rate : rate)))
    const spread = (): number => {
      const away = system.inflow(0).map((rate, knot) => Math.log(rate / began[knot]))
      return Math.max(...away) - Math.min(...away)
    }
    const before = spread()
    system.advance(flowAssumptions.change.forgettingDays, 365)
    expect(spread() / before).toBeCloseTo(Math.exp(-1), 6)
    expect(Math.min(...system.inflow(0).map((rate, knot) => rate / began[knot]))).toBeGreaterThan(1)
  })
})

describe('an invitation', () => {
  it('takes the share out, and those who come back are in the pool again after some time', () => {
    const [gone, back] = [0, 0.5].map((shareBack) => {
      const system = healthcare()
      const before = peopleOf(system)
      system.invite(0, new Float64Array(CELLS).fill(0.4), shareBack)
      expect(peopleOf(system) / before).toBeCloseTo(0.6, 9)
      expect(total(system.returning) / before).toBeCloseTo(0.4 * shareBack, 9)
      system.advance(10 * flowAssumptions.comingBack.meanDays, 0)
      return { people: peopleOf(system), waiting: total(system.returning), before }
    })
    expect(back.waiting / back.before).toBeLessThan(1e-4)
    expect(back.people).toBeGreaterThan(gone.people)
    expect(back.people - gone.people).toBeLessThanOrEqual(0.2 * back.before)
  })
})

describe('a change of rules', () => {
  it('that is restated puts the new numbers in place and is less certain where more changed', () => {
    const system = healthcare()
    const stock = system.stock(0).map((persons, cell) => (cell < CELLS / 2 ? persons : persons / 4))
    const inflow = system.inflow(0).slice()
    const [lower, upper] = [wholeCells([0], [0]), wholeCells([0], [CELLS - 1])]
    const before = [lower, upper].map((sum) => system.read(sum).variance)
    system.restate(0, stock, inflow, 0.35)
    expect(system.stock(0)).toEqual(stock)
    expect(system.inflow(0)).toEqual(inflow)
    expect(system.read(lower).variance).toBeCloseTo(before[0], 9)
    expect(system.read(upper).variance - before[1]).toBeCloseTo((0.35 * Math.log(4)) ** 2, 6)
  })

  it('that is doubted makes every sum of the group as much less certain, and moves nobody', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(0.1, 0.4, 1.2), (some, level) => {
        const system = base()
        const [own, other] = [wholeCells([0], some), wholeCells([1], some)]
        const [mean, before, elsewhere] = [system.mean.slice(), system.read(own).variance, system.read(other).variance]
        system.doubt(0, level)
        expect(system.mean).toEqual(mean)
        expect(system.read(own).variance - before).toBeCloseTo(level ** 2, 9)
        expect(system.read(other).variance).toBeCloseTo(elsewhere, 12)
      }),
      { numRuns: 20 },
    )
  })
})
