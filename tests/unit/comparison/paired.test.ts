import fc from 'fast-check'
import { sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { pairedDifference } from '../../../shared/comparison/paired.ts'
import { errorsOfMean } from '../../../shared/lib/interval.ts'

describe('a paired difference', () => {
  it('is the mean of the differences, with the interval they leave', () => {
    const paired = pairedDifference([500, 510, 520, 530], [504, 516, 524, 536])
    const half = (3.1824 * sampleStandardDeviation([4, 6, 4, 6])) / 2
    expect(paired).toMatchObject({ pairs: 4, baseline: 515, alternative: 520 })
    expect(paired?.difference).toMatchObject({ mean: 5, p10: 4, p50: 4, p90: 6 })
    expect((paired?.difference.high ?? 0) - 5).toBeCloseTo(half, 1)
    expect(5 - (paired?.difference.low ?? 0)).toBeCloseTo(half, 1)
  })

  it('is far narrower than that of runs which share nothing', () => {
    const { widthRatio, unpairedHalfWidth, difference } = pairedDifference([500, 540, 580], [501, 542, 581]) ?? {}
    expect(widthRatio).toBeLessThan(0.1)
    expect((difference?.high ?? 0) - (difference?.mean ?? 0)).toBeCloseTo(
      (widthRatio ?? 0) * (unpairedHalfWidth ?? 0),
      1,
    )
  })

  it('leaves out pairs of which one has no number, and is nothing without pairs', () => {
    expect(pairedDifference([500, Number.NaN, 520], [501, 511, Number.NaN])).toMatchObject({ pairs: 1, baseline: 500 })
    expect(pairedDifference([Number.NaN], [1])).toBeNull()
    expect(pairedDifference([], [])).toBeNull()
  })

  it('of one pair has no interval', () => {
    expect(pairedDifference([3], [5])).toMatchObject({
      difference: { mean: 2, low: null, high: null },
      widthRatio: null,
    })
  })

  it('of a scenario with itself is 0 without any width', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 2, maxLength: 50 }), (values) => {
        expect(pairedDifference(values, values)?.difference).toEqual({
          mean: 0,
          low: 0,
          high: 0,
          p10: 0,
          p50: 0,
          p90: 0,
        })
      }),
    )
  })
})

describe('standard errors of a mean', () => {
  it.each([
    [4, 3.182],
    [6, 2.571],
    [11, 2.228],
    [31, 2.042],
    [1001, 1.962],
  ])('of %i values are those of Student', (count, expected) => {
    expect(Math.abs(errorsOfMean(count) / expected - 1)).toBeLessThan(0.01)
  })
})
