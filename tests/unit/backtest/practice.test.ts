import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastAssumptions } from '../../../shared/backtest/assumptions.ts'
import { RecentPractice } from '../../../shared/backtest/practice.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { formatDay, parseDay } from '../../../shared/lib/day.ts'
import { randomStream } from '../../../shared/lib/random.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import { publishedDraw } from '../../helpers/flows.ts'

const { days: practiceDays, gapDaysWhenUnknown } = forecastAssumptions.practice
const origin = parseDay('2025-12-20')

interface Held {
  stream: Stream
  daysAgo: number
  persons: number
}
const practiceOf = (held: readonly Held[]): RecentPractice =>
  new RecentPractice(
    held
      .toSorted((a, b) => b.daysAgo - a.daysAgo)
      .map(({ stream, daysAgo, persons }) => ({
        draw: publishedDraw({ date: formatDay(origin - daysAgo), stream, size: persons }),
        persons,
      })),
    origin,
  )
const random = (seed: string) => randomStream(seed, 'practice')

const held = fc.record({
  stream: fc.constantFrom<Stream>('cec', 'french', 'pnp', 'general', 'trades'),
  daysAgo: fc.integer({ min: 0, max: 2 * practiceDays }),
  persons: fc.integer({ min: 1, max: 9000 }),
})

describe('imagined draws', () => {
  it('lie after the origin and not after the day asked for, in order, of streams and sizes that were in practice', () => {
    fc.assert(
      fc.property(
        fc.array(held, { maxLength: 12 }),
        fc.integer({ min: 0, max: 400 }),
        fc.string(),
        (past, ahead, seed) => {
          const draws = practiceOf(past).imagine(origin + ahead, random(seed))
          const days = draws.map(({ day }) => day)
          expect(days).toEqual(days.toSorted((a, b) => a - b))
          for (const { day, stream, persons } of draws) {
            expect(day).toBeGreaterThan(origin)
            expect(day).toBeLessThanOrEqual(origin + ahead)
            expect(stream).not.toBe('pnp')
            const same = past.filter((one) => one.stream === stream && one.daysAgo < practiceDays)
            expect(same.map((one) => one.persons)).toContain(persons)
          }
        },
      ),
    )
  })

  it('go on in the rhythm there was', () => {
    const fortnightly = [1, 15, 29, 43].map((daysAgo): Held => ({ stream: 'cec', daysAgo, persons: 3000 }))
    const draws = practiceOf(fortnightly).imagine(origin + 60, random('a'))
    expect(draws.map(({ day }) => day - origin)).toEqual([13, 27, 41, 55])
    expect(practiceOf(fortnightly).usualGap('cec')).toBe(14)
  })

  it('of a stream that is late may come any day of a gap', () => {
    const late = [100, 110, 120].map((daysAgo): Held => ({ stream: 'cec', daysAgo, persons: 3000 }))
    const firsts = Array.from({ length: 300 }, (_, seed) => {
      const [draw] = practiceOf(late).imagine(origin + 60, random(`${seed}`))
      return draw.day - origin
    })
    expect([Math.min(...firsts), Math.max(...firsts)]).toEqual([1, 10])
    expect(new Set(firsts).size).toBe(10)
  })

  it('are none of streams that were not drawn within the year, and none at all without a past', () => {
    const long = practiceOf([{ stream: 'cec', daysAgo: practiceDays, persons: 3000 }])
    expect(long.streams).toEqual([])
    expect(long.imagine(origin + 400, random('a'))).toEqual([])
    const recent = practiceOf([{ stream: 'cec', daysAgo: practiceDays - 1, persons: 3000 }])
    expect(recent.streams).toEqual(['cec'])
    expect(new RecentPractice([], origin).imagine(origin + 400, random('a'))).toEqual([])
  })

  it('end although several draws of a stream were held on one day', () => {
    const sameDay = [5, 5, 5].map((daysAgo): Held => ({ stream: 'cec', daysAgo, persons: 3000 }))
    const practice = practiceOf(sameDay)
    expect(practice.usualGap('cec')).toBe(0)
    expect(practice.imagine(origin + 5, random('a')).map(({ day }) => day - origin)).toEqual([1, 2, 3, 4, 5])
  })

  it('after 2025 are as many as a year had', () => {
    const practice = new RecentPractice(
      publishedDraws.map((draw) => ({ draw, persons: draw.size })),
      parseDay('2025-12-17'),
    )
    const real = publishedDraws.filter(({ date, stream }) => date > '2024-12-17' && stream !== 'pnp')
    expect(practice.streams.toSorted()).toEqual([...new Set(real.map(({ stream }) => stream))].toSorted())
    const counts = Array.from(
      { length: 50 },
      (_, seed) => practice.imagine(parseDay('2026-12-17'), random(`${seed}`)).length,
    )
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    expect(mean / real.length).toBeGreaterThan(0.8)
    expect(mean / real.length).toBeLessThan(1.25)
  })
})

describe('the size of a draw to come', () => {
  const sizes = [1000, 2000, 3000]
  const practice = practiceOf(sizes.map((persons, index): Held => ({ stream: 'cec', daysAgo: 30 - index, persons })))

  it('is one there was, more often than not the last one', () => {
    const source = random('sizes')
    const drawn = Array.from({ length: 3000 }, () => practice.size('cec', source))
    expect(new Set(drawn)).toEqual(new Set(sizes))
    const { sameSizeAgain } = forecastAssumptions.practice
    const share = drawn.filter((size) => size === 3000).length / drawn.length
    expect(share).toBeCloseTo(sameSizeAgain + (1 - sameSizeAgain) / 3, 1)
  })

  it('is the last one of a stream that was drawn long ago, and unknown of one that never was', () => {
    const old = practiceOf([
      { stream: 'trades', daysAgo: 700, persons: 500 },
      { stream: 'trades', daysAgo: 600, persons: 900 },
    ])
    expect(old.size('trades', random('a'))).toBe(900)
    expect(old.size('stem', random('a'))).toBeUndefined()
    expect(old.usualGap('stem')).toBe(gapDaysWhenUnknown)
  })
})
