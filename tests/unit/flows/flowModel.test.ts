import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay } from '../../../shared/backtest/replay.ts'
import { publishedDraws, snapshots } from '../../../shared/draws/history.ts'
import { flowAssumptions } from '../../../shared/flows/assumptions.ts'
import type { CutoffOdds } from '../../../shared/flows/cutoffOdds.ts'
import { FlowModel } from '../../../shared/flows/flowModel.ts'
import type { FlowSystem } from '../../../shared/flows/flowSystem.ts'
import { categoryStreams, invitedGroups } from '../../../shared/flows/groups.ts'
import { bandCells, CELLS, cellFloors, invitedShare } from '../../../shared/flows/scoreCells.ts'
import { formatDay, parseDay } from '../../../shared/lib/day.ts'
import { baseGroups } from '../../../shared/pool/baseGroups.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import { streams } from '../../../shared/schema/common.ts'
import type { PublishedDraw } from '../../../shared/schema/draw.ts'
import {
  everybody,
  faultsOf,
  modelBefore,
  poolTable,
  publishedDraw,
  tableLikeTheLast,
  total,
  wholeCells,
  wholeModel,
} from '../../helpers/flows.ts'

const oddsOf = (model: FlowModel, stream: Stream, size: number): CutoffOdds => {
  const odds = model.predict(stream, size)
  if (!odds) throw new Error(`nothing is predicted for ${stream}`)
  return odds
}

const probabilities = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]
const quantilesOf = (odds: CutoffOdds): number[] => probabilities.map((probability) => odds.quantile(probability))
/** Points between the 10 % and the 90 % quantile. */
const width = (odds: CutoffOdds): number => odds.quantile(0.9) - odds.quantile(0.1)

const systemsOf = (model: FlowModel): FlowSystem[] => [
  model.base,
  ...categoryStreams.map((stream) => model.category(stream) as FlowSystem),
]
const faultsOfModel = (model: FlowModel): string[] => systemsOf(model).flatMap(faultsOf)

/** People of some groups above a score. */
const above = (system: FlowSystem, groups: readonly number[], score: number): number =>
  total(
    groups.flatMap((group) =>
      [...system.stock(group)].filter((_, cell) => cellFloors[cell] > score && invitedShare(cell, score) === 1),
    ),
  )
const predicted = streams.filter((stream) => stream !== 'pnp')
const allGroups = [...baseGroups.keys()]

describe('the model of flows', () => {
  it('agrees with a table the moment it has learnt it', () => {
    const table = snapshots[snapshots.length - 1]
    const model = modelBefore(table.asOf)
    model.learnTable(table)
    expect(formatDay(model.day)).toBe(table.asOf)
    const persons = everybody(model.base)
    for (const { band, cells } of bandCells) {
      expect(Math.abs(total(cells.map((cell) => persons[cell])) / table.bands[band] - 1)).toBeLessThan(0.01)
    }
  })

  it('holds nothing impossible after the whole history', () => {
    expect(faultsOfModel(wholeModel())).toEqual([])
  })

  it('copied goes its own way', () => {
    const [model, same] = [modelBefore('2025-06-01'), modelBefore('2025-06-01')]
    const copy = model.copy()
    copy.learn(publishedDraw({ date: '2025-06-20', cutoff: 500, size: 9000 }))
    copy.learnTable(poolTable('2025-07-01', 20_000))
    expect(model.day).toBe(same.day)
    expect(model.base.mean).toEqual(same.base.mean)
    expect(model.widening(false)).toBe(same.widening(false))
    expect(quantilesOf(oddsOf(model, 'cec', 3000))).toEqual(quantilesOf(oddsOf(same, 'cec', 3000)))
  })

  it('predicts a lower cutoff of a larger draw', () => {
    const model = wholeModel()
    for (const stream of predicted) {
      const medians = [200, 1000, 5000, 25_000].map((size) => oddsOf(model, stream, size).quantile(0.5))
      expect(medians).toEqual(medians.toSorted((a, b) => b - a))
      if (model.hasLearnt(stream)) expect(medians[0], stream).toBeGreaterThan(medians[3])
    }
  })

  it.each(['2024-06-15', '2025-02-01', '2025-06-10', '2025-11-20'])(
    'lowers a CEC cutoff by some 8 points when the draw of %s is twice as large',
    (date) => {
      const model = modelBefore(date)
      model.advanceTo(parseDay(date))
      const [single, double] = [4000, 8000].map((size) => oddsOf(model, 'cec', size).quantile(0.5))
      expect(Math.abs(single - double - 8)).toBeLessThanOrEqual(2)
    },
  )

  it('says nothing about nominee draws', () => {
    expect(wholeModel().predict('pnp', 500)).toBeUndefined()
  })
})

describe('after a draw', () => {
  const size = 4000

  it.each<Stream>(['cec', 'french', 'general', 'fsw'])('of %s nobody it invites stands above its cutoff', (stream) => {
    const model = modelBefore('2025-12-16')
    const date = '2025-12-20'
    model.advanceTo(parseDay(date))
    const cutoff = oddsOf(model, stream, size).quantile(0.5)
    const invited = invitedGroups(stream) ?? []
    const others = allGroups.filter((group) => !invited.includes(group))
    const before = above(model.base, others, cutoff)
    expect(above(model.base, invited, cutoff)).toBeGreaterThan(100)
    model.learn(publishedDraw({ date, stream, size, cutoff }))
    expect(above(model.base, invited, cutoff)).toBeLessThan(1e-3)
    if (others.length > 0) expect(above(model.base, others, cutoff)).toBeGreaterThan(0.5 * before)
  })

  it('of a category nobody of it stands above, and the pool has lost about as many', () => {
    const model = modelBefore('2025-12-16')
    const date = '2025-12-20'
    model.advanceTo(parseDay(date))
    const cutoff = oddsOf(model, 'healthcare', 1000).quantile(0.5)
    const healthcare = model.category('healthcare') as FlowSystem
    expect(above(healthcare, [0], cutoff)).toBeGreaterThan(100)
    const before = total(everybody(model.base))
    model.learn(publishedDraw({ date, stream: 'healthcare', size: 1000, cutoff }))
    expect(above(healthcare, [0], cutoff)).toBeLessThan(1e-3)
    const lost = before - total(everybody(model.base))
    expect(lost).toBeGreaterThan(600)
    expect(lost).toBeLessThan(1400)
  })

  it('of everybody a category has nobody above the cutoff either', () => {
    const model = modelBefore('2025-12-16')
    model.learn(publishedDraw({ date: '2025-12-20', stream: 'general', size, cutoff: 500 }))
    for (const stream of categoryStreams) {
      expect(above(model.category(stream) as FlowSystem, [0], 500), stream).toBeLessThan(1e-3)
    }
  })

  it('of French speakers a CEC draw reaches lower: people are shared', () => {
    const [without, after] = [modelBefore('2024-02-01'), modelBefore('2024-02-01')]
    for (const model of [without, after]) model.advanceTo(parseDay('2024-02-01'))
    // A draw as expected: it teaches nothing new, it only takes people out.
    const cutoff = oddsOf(after, 'french', 2500).quantile(0.5)
    after.learn(publishedDraw({ date: '2024-02-01', stream: 'french', size: 2500, cutoff }))
    const both = baseGroups.indexOf('french-cec')
    expect(above(without.base, [both], cutoff)).toBeGreaterThan(50)
    expect(above(after.base, [both], cutoff)).toBeLessThan(1e-3)
    for (const model of [without, after]) model.advanceTo(parseDay('2024-02-14'))
    const [cecWithout, cecAfter] = [without, after].map((model) => oddsOf(model, 'cec', 3000))
    expect(cecAfter.quantile(0.5)).toBeLessThanOrEqual(cecWithout.quantile(0.5))
    // Odds added up over the scores are the mean cutoff. Few French speakers stand so high: it is a tenth of a point.
    expect(total(cecAfter.atOrAbove)).toBeLessThan(total(cecWithout.atOrAbove) - 0.05)
  })

  it('that reached lower than expected more people are expected the next time', () => {
    const date = '2025-12-20'
    const next = (shift: number): number => {
      const model = modelBefore('2025-12-16')
      model.advanceTo(parseDay(date))
      const expected = oddsOf(model, 'cec', 3000).quantile(0.5)
      model.learn(publishedDraw({ date, size: 3000, cutoff: expected + shift }))
      model.advanceTo(parseDay('2026-01-20'))
      // Above both cutoffs: whom the first draw left there has no part in it.
      return above(model.base, [baseGroups.indexOf('cec')], expected + 20)
    }
    expect(next(10)).toBeGreaterThan(next(0))
    expect(next(-10)).toBeLessThan(next(0))
  })

  it('that was missed by much the next interval is wider, and after one that was hit narrower', () => {
    const model = modelBefore('2025-12-16')
    model.advanceTo(parseDay('2025-12-20'))
    const [hit, missed] = [model.copy(), model.copy()]
    const median = oddsOf(model, 'cec', 3000).quantile(0.5)
    hit.learn(publishedDraw({ size: 3000, cutoff: median }))
    missed.learn(publishedDraw({ size: 3000, cutoff: median + 25 }))
    expect(hit.widening(false)).toBeLessThan(model.widening(false))
    expect(missed.widening(false)).toBeGreaterThan(model.widening(false))
    expect([hit, missed].map((one) => one.widening(true))).toEqual([model.widening(true), model.widening(true)])
  })
})

describe('a pool table', () => {
  it('of a day already passed, or seen before, is left aside', () => {
    for (const asOf of ['2025-11-30', '2025-12-14']) {
      const [model, same] = [wholeModel(), wholeModel()]
      model.learnTable(poolTable(asOf, 50_000))
      expect(model.base.mean).toEqual(same.base.mean)
      expect(model.day).toBe(same.day)
    }
  })

  it('as of a later day than the draw beside it is not known yet', () => {
    const [model, same] = [wholeModel(), wholeModel()]
    model.lookAhead({ date: '2025-12-20', pool: poolTable('2025-12-21', 50_000) })
    same.lookAhead({ date: '2025-12-20', pool: null })
    expect(model.base.mean).toEqual(same.base.mean)
  })

  it('of the day itself is', () => {
    const model = wholeModel()
    const table = tableLikeTheLast('2025-12-20', 1.05)
    model.lookAhead({ date: '2025-12-20', pool: table })
    const below601 = table.total - table.bands['601-1200']
    expect(Math.abs(total(everybody(model.base)) / below601 - 1)).toBeLessThan(0.02)
  })

  it('that is the first one is not changed by what was dated before it', () => {
    const later = publishedDraws.filter(({ date }) => date >= '2025-04-01')
    const first = later.find(({ pool }) => pool) as PublishedDraw
    const model = new FlowModel()
    model.lookAhead(first)
    const persons = everybody(model.base)
    const counted = total(persons.filter((_, cell) => cellFloors[cell] >= 501))
    expect(first.pool?.asOf).toBe('2025-04-13')
    expect(counted / (first.pool?.bands['501-600'] ?? 0)).toBeCloseTo(1, 1)
  })

  it('without anybody in it breaks nothing', () => {
    const model = new FlowModel()
    model.learnTable(poolTable('2023-01-01', 0))
    model.learn(publishedDraw({ date: '2023-01-20', stream: 'general', size: 3000, cutoff: 480 }))
    expect(faultsOfModel(model)).toEqual([])
    expect(oddsOf(model, 'cec', 100).quantile(0.5)).toBeGreaterThan(0)
  })
})

describe('dated facts', () => {
  const people = (model: FlowModel) => everybody(model.base)
  const fast = (model: FlowModel): number => total(people(model).filter((_, cell) => cellFloors[cell] >= 501))

  it('the end of points for job offers moves people down on its day and keeps their number', () => {
    const model = modelBefore('2025-03-20')
    const points = ['2025-03-24', '2025-03-25', '2025-03-26'].map((date) => {
      model.advanceTo(parseDay(date))
      return { high: fast(model), all: total(people(model)) }
    })
    const [before, on, after] = points
    expect(on.high / before.high).toBeLessThan(0.8)
    expect(on.high / before.high).toBeGreaterThan(0.5)
    expect(on.all / before.all).toBeCloseTo(1, 2)
    expect(after.high / on.high).toBeCloseTo(1, 1)
  })

  it('passed over in one step or day by day move the same people', () => {
    const [oneStep, daily] = [modelBefore('2025-03-20'), modelBefore('2025-03-20')]
    oneStep.advanceTo(parseDay('2025-03-28'))
    for (let day = daily.day; day <= parseDay('2025-03-28'); day++) daily.advanceTo(day)
    expect(fast(oneStep) / fast(daily)).toBeCloseTo(1, 2)
  })

  it('a category that comes back is less certain, more so than one whose list was renewed', () => {
    const model = wholeModel()
    const everyone = wholeCells([0], [...Array(CELLS).keys()])
    const varianceOf = (stream: Stream): number => (model.category(stream) as FlowSystem).read(everyone).variance
    const watched = ['transport', 'stem', 'agriculture'] as const
    model.advanceTo(parseDay('2026-02-17'))
    const before = watched.map(varianceOf)
    const widthBefore = width(oddsOf(model, 'transport', 500))
    model.advanceTo(parseDay('2026-02-18'))
    const [transport, stem, agriculture] = watched.map((stream, index) => varianceOf(stream) - before[index])
    const { priorUncertainty, change } = flowAssumptions
    expect(transport).toBeCloseTo(priorUncertainty.guessedCategory.level ** 2, 1)
    expect(stem).toBeCloseTo(change.newListLevel ** 2, 1)
    expect(agriculture).toBeLessThan(0.05)
    expect(width(oddsOf(model, 'transport', 500))).toBeGreaterThan(widthBefore)
  })
})

describe('streams nobody has seen a draw of', () => {
  it.each<Stream>(['physicians', 'senior-managers', 'researchers', 'military', 'fst'])(
    'such as %s are predicted, and widely',
    (stream) => {
      const model = wholeModel()
      model.advanceTo(parseDay('2026-03-01'))
      expect(model.hasLearnt(stream)).toBe(false)
      const odds = oddsOf(model, stream, 250)
      const quantiles = quantilesOf(odds)
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
      expect(width(odds)).toBeGreaterThan(3 * width(oddsOf(model, 'cec', 250)))
      expect(width(odds)).toBeGreaterThan(30)
      model.learn(publishedDraw({ date: '2026-03-02', stream, size: 250, cutoff: 480 }))
      expect(model.hasLearnt(stream)).toBe(true)
      expect(width(oddsOf(model, stream, 250))).toBeGreaterThan(0)
      expect(faultsOfModel(model)).toEqual([])
    },
  )
})

describe('the odds of a cutoff', () => {
  it('fall with the score, and are read back by quantiles', () => {
    const model = wholeModel()
    fc.assert(
      fc.property(fc.constantFrom(...predicted), fc.integer({ min: 0, max: 60_000 }), (stream, size) => {
        const odds = oddsOf(model, stream, size)
        const chances = [...odds.atOrAbove]
        expect(chances).toEqual(chances.toSorted((a, b) => b - a))
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
        for (const probability of probabilities) {
          const score = odds.quantile(probability)
          expect(odds.chanceAtOrAbove(score + 1)).toBeLessThanOrEqual(1 - probability + 1e-12)
          expect(odds.chanceAtOrAbove(score)).toBeGreaterThanOrEqual(1 - probability - 1e-12)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are certain below the scale and nothing above it', () => {
    const odds = oddsOf(wholeModel(), 'cec', 3000)
    expect([0, 101].map((score) => odds.chanceAtOrAbove(score))).toEqual([1, 1])
    expect([601, 1200].map((score) => odds.chanceAtOrAbove(score))).toEqual([0, 0])
  })
})

describe('draws nobody would hold', () => {
  const oddDraw = fc.record({
    stream: fc.constantFrom(...streams),
    size: fc.constantFrom(0, 1, 50, 3000, 1_000_000),
    cutoff: fc.constantFrom(0, 75, 101, 480, 600, 601, 1200),
    gapDays: fc.constantFrom(0, 1, 14, 500),
    table: fc.constantFrom(null, 0, 1, 20_000),
  })

  it('break nothing: sizes and cutoffs out of all bounds, several on a day, years between them', () => {
    fc.assert(
      fc.property(fc.array(oddDraw, { minLength: 1, maxLength: 5 }), (draws) => {
        const model = wholeModel()
        let day = model.day
        for (const { stream, size, cutoff, gapDays, table } of draws) {
          day += gapDays
          const date = formatDay(day)
          const pool = table === null ? null : poolTable(date, table)
          const draw = publishedDraw({ date, stream, size, cutoff, pool })
          model.lookAhead(draw)
          const odds = model.predict(stream, size)
          if (odds) {
            const quantiles = quantilesOf(odds)
            expect(quantiles.every(Number.isInteger)).toBe(true)
            expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
          }
          model.learn(draw)
        }
        expect(model.day).toBe(day)
        expect(faultsOfModel(model)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('are all predicted by a replay, quantiles in order and on the scale', () => {
    const dates = ['2025-12-18', '2025-12-18', '2025-12-31', '2026-02-18', '2026-02-18', '2027-06-01']
    const odd = dates.flatMap((date, turn) =>
      streams.map((stream, index) =>
        publishedDraw({
          number: `${400 + turn * streams.length + index}`,
          date,
          stream,
          size: [0, 1, 3000, 1_000_000][(index + turn) % 4],
          cutoff: [0, 75, 500, 601, 1200][(index + 2 * turn) % 5],
        }),
      ),
    )
    const scored = replay([...publishedDraws.filter(({ date }) => date >= '2025-01-01'), ...odd], {
      from: '2025-12-18',
      to: '2027-12-31',
    })
    expect(scored).toHaveLength(odd.length)
    for (const { predicted, sample } of scored) {
      const { p10, p25, p50, p75, p90 } = predicted
      const quantiles = [p10, p25, p50, p75, p90]
      expect(quantiles.every((score) => Number.isInteger(score) && score >= 0 && score <= 1200)).toBe(true)
      expect(quantiles, `${predicted.date} ${predicted.stream}`).toEqual(quantiles.toSorted((a, b) => a - b))
      expect(sample).toEqual(sample.toSorted())
    }
  })

  it('before the first table are the last cutoff again, and without any history there is nothing', () => {
    const early = publishedDraws.filter(({ date }) => date < '2021-02-01')
    const scored = replay(early, { from: '2020-01-01', to: '2021-12-31' })
    expect(scored.length).toBeGreaterThan(30)
    for (const { predicted } of scored) {
      expect(predicted.basis).toBe('last-cutoff')
      if (predicted.persistence !== null) expect(predicted.p50).toBe(predicted.persistence)
    }
    const model = new FlowModel()
    for (const draw of early) model.learn(draw)
    expect(model.hasBegun).toBe(false)
    expect(model.predict('cec', 3000)).toBeUndefined()
    expect(replay([], { from: '2020-01-01', to: '2030-12-31' })).toEqual([])
  })
})
