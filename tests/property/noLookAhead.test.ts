import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastDraws, horizonsDays } from '../../shared/backtest/forecast.ts'
import { replay } from '../../shared/backtest/replay.ts'
import type { ScoredDraw } from '../../shared/backtest/skill.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { formatDay, parseDay } from '../../shared/lib/day.ts'
import { streams } from '../../shared/schema/common.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { poolTable, publishedDraw } from '../helpers/flows.ts'

/**
 * CONTRACT.md: a prediction may use of its own draw only date and stream (and size in mode replay), what happened before that
 * date, and the newest pool table as of a day not after it. Whatever else is changed must not change a byte of it.
 */

/** Long enough for every stream to have been learnt, short enough to be walked some dozen times. */
const history = publishedDraws.filter(({ date }) => date >= '2024-07-01')

/** What becomes of a row. */
type Fate = 'changed' | 'removed' | 'doubled'
const fate = fc.record({
  fate: fc.constantFrom<Fate>('changed', 'removed', 'doubled'),
  stream: fc.constantFrom(...streams),
  size: fc.constantFrom(0, 10, 700, 3000, 9000, 1_000_000),
  cutoff: fc.integer({ min: 0, max: 1200 }),
  tableOf: fc.constantFrom(0, 1, 2),
})
type RowFate = typeof fate extends fc.Arbitrary<infer Value> ? Value : never
/** One for each row of a history, in turn. */
const fates = fc.array(fate, { minLength: 7, maxLength: 23 })

function changed(draw: PublishedDraw, { stream, size, cutoff, tableOf }: RowFate): PublishedDraw {
  const pool = [null, draw.pool, poolTable(formatDay(parseDay(draw.date) - 1), size / 50)][tableOf]
  return { ...draw, stream, name: stream, size, cutoff, tieBreak: `${draw.date}T00:00:00Z`, pool, note: 'changed' }
}

/** A row as its fate wants it: gone, another one, or another one twice. */
function fated(draw: PublishedDraw, own: RowFate): PublishedDraw[] {
  if (own.fate === 'removed') return []
  const other = changed(draw, own)
  return own.fate === 'changed' ? [other] : [other, publishedDraw({ ...other, number: '9999' })]
}

/** A prediction to the byte, the whole distribution included, without what it is compared with. */
const bytes = ({ predicted: { actual: _, size: __, ...prediction }, sample }: ScoredDraw): string =>
  JSON.stringify([prediction, [...sample]])

describe('a replay', () => {
  const range = { from: '2024-11-01', to: '2026-12-31' }
  const real = replay(history, range)
  const byNumber = new Map(real.map((one) => [one.predicted.draw, bytes(one)]))
  const first = history.findIndex(({ date }) => date >= range.from)

  it('does not change with later rows, nor with what its own row says of the outcome', () => {
    const pivot = fc.integer({ min: first, max: history.length - 1 })
    fc.assert(
      fc.property(pivot, fates, (index, chosen) => {
        const own = { ...history[index], cutoff: chosen[0].cutoff, tieBreak: null, name: 'other', note: 'other' }
        const after = history.slice(index + 1).flatMap((draw, later) => fated(draw, chosen[later % chosen.length]))
        const altered = replay([...history.slice(0, index), own, ...after], range)
        const until = altered.slice(0, index - first + 1)
        expect(until.map(({ predicted }) => predicted.draw)).toEqual(
          history.slice(first, index + 1).map(({ number }) => number),
        )
        for (const one of until) expect(bytes(one)).toBe(byNumber.get(one.predicted.draw))
      }),
      { numRuns: 12 },
    )
  })

  it('does not change with the outcome of the other draws of the day', () => {
    const days = history.filter(({ date }, index) => history[index + 1]?.date === date).map(({ date }) => date)
    const twoADay = [...new Set(['2025-12-16', ...days])].slice(0, 3)
    for (const date of twoADay) {
      const index = history.findLastIndex((draw) => draw.date <= date)
      const extra = { ...history[index], date, pool: null }
      const twin = (cutoff: number, size: number): PublishedDraw => ({
        ...{ ...extra, number: '7000', stream: 'cec', name: 'cec', size, cutoff },
      })
      const watched = { ...extra, number: '7001', stream: 'cec', name: 'cec', size: 2000 } as const
      const until = history.slice(0, index + 1)
      const [one, other, alone] = [[twin(400, 9000)], [twin(600, 1)], []].map((before) =>
        replay([...until, ...before, watched], { from: date, to: date }).find(
          ({ predicted }) => predicted.draw === '7001',
        ),
      )
      expect(one && bytes(one)).toBe(other && bytes(other))
      expect(one && bytes(one)).toBe(alone && bytes(alone))
    }
  })

  it('does not change with a table as of a later day than the draw', () => {
    const index = history.findIndex(({ date, stream }) => date >= '2025-06-01' && stream === 'cec')
    const { date } = history[index]
    const withTable = (asOf: string | null) =>
      replay([...history.slice(0, index), { ...history[index], pool: asOf === null ? null : poolTable(asOf, 9000) }], {
        from: date,
        to: date,
      }).map(bytes)
    const later = formatDay(parseDay(date) + 1)
    expect(withTable(later)).toEqual(withTable(null))
    expect(withTable(date)).not.toEqual(withTable(null))
  })

  it('does change with what it may know: an earlier outcome, and its own size', () => {
    const index = history.findIndex(({ date, stream }) => date >= '2025-06-01' && stream === 'cec')
    const { date, number } = history[index]
    const predictedFrom = (rows: readonly PublishedDraw[]) =>
      replay(rows, { from: date, to: date })
        .filter(({ predicted }) => predicted.draw === number)
        .map(bytes)
    const before = history.slice(0, index).findLastIndex(({ stream }) => stream === 'cec')
    const unchanged = predictedFrom(history)
    expect(unchanged).toEqual([byNumber.get(number)])
    const with_ = (at: number, fields: Partial<PublishedDraw>) => history.with(at, { ...history[at], ...fields })
    expect(predictedFrom(with_(before, { cutoff: history[before].cutoff - 15 }))).not.toEqual(unchanged)
    expect(predictedFrom(with_(index, { size: 3 * history[index].size }))).not.toEqual(unchanged)
    expect(predictedFrom(with_(index, { cutoff: 0 }))).toEqual(unchanged)
  })

  it('of the first years neither: the whole published history, cut off or changed anywhere', () => {
    const whole = replay(publishedDraws, { from: '2022-01-01', to: '2023-12-31' })
    const index = publishedDraws.findIndex(({ date }) => date > '2023-05-01')
    const cut = replay(publishedDraws.slice(0, index), { from: '2022-01-01', to: '2023-12-31' })
    expect(cut.length).toBeGreaterThan(30)
    expect(cut.map(bytes)).toEqual(whole.slice(0, cut.length).map(bytes))
  })
})

describe('a forecast', () => {
  /** Draws of several streams, the new and the rare ones among them. */
  const watched = ['2025-02-19', '2025-06-26', '2025-08-08', '2025-10-01', '2025-12-11', '2025-12-17'].map((date) => {
    const draw = history.find((one) => one.date === date)
    if (!draw) throw new Error(`no draw was held on ${date}`)
    return draw
  })
  const forecastOf = ({ date, number }: PublishedDraw, rows: readonly PublishedDraw[], horizon: number) =>
    forecastDraws(rows, { from: date, to: date })
      .filter(({ predicted }) => predicted.draw === number && predicted.horizonDays === horizon)
      .map(bytes)
  const real = new Map(
    watched.map((draw) => [draw.number, horizonsDays.map((days) => forecastOf(draw, history, days))]),
  )

  it('does not change with anything after its origin but date and stream of its own row', () => {
    fc.assert(
      fc.property(fc.constantFrom(...watched), fc.nat(horizonsDays.length - 1), fates, (draw, ahead, chosen) => {
        const origin = formatDay(parseDay(draw.date) - horizonsDays[ahead])
        const { date, stream, number } = draw
        const rows = history.flatMap((row, index) => {
          if (row.date <= origin) return [row]
          const own = chosen[index % chosen.length]
          return row.number === number ? [{ ...changed(row, own), date, stream, number }] : fated(row, own)
        })
        expect(forecastOf(draw, rows, horizonsDays[ahead])).toEqual(real.get(number)?.[ahead])
      }),
      { numRuns: 12 },
    )
  })

  it('is there for every horizon, and differs between them', () => {
    for (const [number, forecasts] of real) {
      expect(forecasts.map((one) => one.length)).toEqual([1, 1, 1])
      expect(new Set(forecasts.flat()).size, number).toBe(3)
    }
  })

  it('does change with an outcome before its origin', () => {
    const draw = watched[watched.length - 1]
    const origin = formatDay(parseDay(draw.date) - 30)
    const before = history.findLastIndex(({ date, stream }) => date <= origin && stream === draw.stream)
    const rows = history.with(before, { ...history[before], cutoff: history[before].cutoff - 40 })
    expect(forecastOf(draw, rows, 30)).not.toEqual(real.get(draw.number)?.[0])
  })
})
