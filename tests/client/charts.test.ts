import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeBands } from '../../client/charts/bandGroups.ts'
import { cutoffSeries, joined, thinned, withGaps } from '../../client/charts/cutoffSeries.ts'
import { markerPaths } from '../../client/charts/markers.ts'
import { spreadLabels } from '../../client/charts/spreadLabels.ts'
import { monthTicks } from '../../client/charts/timeTicks.ts'
import { valueAxis } from '../../client/charts/valueAxis.ts'
import { formatDay, parseDay } from '../../shared/lib/day.ts'
import { type BandCounts, bands } from '../../shared/schema/common.ts'
import { drawEvent, everyStream, publishedDraw } from './fixtures.ts'

const seeds = { numRuns: 500 }

describe('labels at line ends', () => {
  it('never overlap, keep their order and stay on the plot', () => {
    const gap = 14
    const height = 400
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: height, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (wanted) => {
          const placed = spreadLabels(wanted, gap, 0, height)
          const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b])
          for (let place = 1; place < order.length; place += 1) {
            expect(placed[order[place]] - placed[order[place - 1]]).toBeGreaterThan(gap - 1e-6)
          }
          expect(Math.min(...placed)).toBeGreaterThan(-1e-6)
          expect(Math.max(...placed)).toBeLessThan(height + 1e-6)
        },
      ),
      seeds,
    )
  })

  it('are not moved without need', () => {
    expect(spreadLabels([20, 80, 50], 14, 0, 100)).toEqual([20, 80, 50])
    expect(spreadLabels([100, 102, 200], 14, 0, 300)).toEqual([94, 108, 200])
  })
})

describe('axes', () => {
  it('hold every value between round bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 300_000 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const axis = valueAxis(low, high, 6)
        expect(axis.from).toBeLessThanOrEqual(low)
        expect(axis.to).toBeGreaterThanOrEqual(high)
        expect(axis.ticks[0]).toBe(axis.from)
        expect(axis.ticks.at(-1)).toBe(axis.to)
        expect(axis.ticks.length).toBeLessThanOrEqual(8)
      }),
      seeds,
    )
    expect(valueAxis(399, 547, 4).ticks).toEqual([350, 400, 450, 500, 550])
  })

  it('have the firsts of months as ticks, not more than asked for', () => {
    const from = parseDay('2023-12-14')
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 5000 }), fc.integer({ min: 3, max: 9 }), (days, most) => {
        const ticks = monthTicks(from, from + days, most)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        for (const tick of ticks) {
          expect(formatDay(tick)).toMatch(/-01$/)
          expect(tick).toBeGreaterThanOrEqual(from)
          expect(tick).toBeLessThanOrEqual(from + days)
        }
      }),
      seeds,
    )
    expect(monthTicks(from, parseDay('2025-01-10'), 5).map(formatDay)).toEqual([
      '2024-01-01',
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
      '2025-01-01',
    ])
  })
})

describe('cutoff series', () => {
  const published = [
    publishedDraw('2025-10-01', 'cec', 534),
    publishedDraw('2025-12-10', 'cec', 520),
    publishedDraw('2025-12-16', 'cec', 515),
    publishedDraw('2025-11-10', 'pnp', 738),
  ]
  const simulated = [drawEvent(1, { date: '2025-12-16', cutoff: 518 }), drawEvent(2, { cutoff: null, invited: 0 })]
  const series = cutoffSeries(published, simulated, '2025-11-01', '2025-12-31')

  it('hold the days asked for, by stream, without draws that invited nobody', () => {
    expect(series.map(({ stream }) => stream)).toEqual(['cec', 'pnp'])
    expect(series[0].published.map(({ cutoff }) => cutoff)).toEqual([520, 515])
    expect(series[0].simulated.map(({ cutoff }) => cutoff)).toEqual([518])
  })

  it('join the dashed line to the last point published before the start', () => {
    expect(joined(series[0], '2025-12-14').map(({ cutoff }) => cutoff)).toEqual([520, 518])
    expect(joined(series[0], '2025-12-16').map(({ cutoff }) => cutoff)).toEqual([520, 518])
    expect(joined(series[1], '2025-12-14')).toEqual([])
  })

  it('leave a hole where a stream was not drawn for more than a year', () => {
    const points = cutoffSeries(
      ['2015-05-22', '2020-05-15', '2020-06-25'].map((date) => publishedDraw(date, 'cec', 440)),
      [],
      '2015-01-01',
      '2025-12-31',
    )[0].published
    expect(withGaps(points).map(({ cutoff }) => cutoff)).toEqual([440, null, 440, 440])
  })

  it('are thinned to what a chart can show, first and last point kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (length) => {
        const points = Array.from({ length }, (_, index) => index)
        const kept = thinned(points, 300)
        expect(kept).toHaveLength(Math.min(length, 300))
        expect([kept[0], kept.at(-1)]).toEqual([0, length - 1])
      }),
    )
  })
})

describe('what stands for what', () => {
  it('is a marker of its own for every stream', () => {
    const paths = everyStream.map((stream) => markerPaths[stream])
    expect(new Set(paths).size).toBe(everyStream.length)
  })

  it('merges bands without losing anybody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50_000), { minLength: bands.length, maxLength: bands.length }), (counts) => {
        const byBand = Object.fromEntries(bands.map((band, index) => [band, counts[index]])) as BandCounts
        const merged = mergeBands(byBand)
        expect(Object.values(merged).reduce((sum, count) => sum + count)).toBe(
          counts.reduce((sum, count) => sum + count),
        )
        expect(merged.from451).toBe(counts.slice(2, 7).reduce((sum, count) => sum + count))
      }),
    )
  })
})
