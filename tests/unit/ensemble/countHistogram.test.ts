import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COUNT_RELATIVE_ERROR,
  CountHistogram,
  medianBin,
  quantilesOf,
} from '../../../shared/ensemble/countHistogram.ts'

const shares = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9 }

/** Smallest value that at least a share of all do not exceed. */
function exactQuantiles(values: readonly number[]): number[] {
  const ascending = values.toSorted((a, b) => a - b)
  return Object.values(shares).map((share) => ascending[Math.max(1, Math.ceil(share * values.length - 1e-9)) - 1])
}

function histogramOf(values: readonly number[]): CountHistogram {
  const histogram = new CountHistogram()
  for (const value of values) histogram.add(value)
  return histogram
}

const quantiles = (values: readonly number[]): number[] => {
  const { p10, p25, p50, p75, p90 } = histogramOf(values).quantiles()
  return [p10, p25, p50, p75, p90]
}

const count = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 300_000 }),
  fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  fc.constantFrom(255, 256, 257, 511, 512, 513, 2 ** 16 - 1, 2 ** 16, 2 ** 31 - 1),
)

describe('a histogram of counts', () => {
  it('gives every quantile within the stated error, and within the smallest and largest value', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 60 }), (values) => {
        for (const [index, exact] of exactQuantiles(values).entries()) {
          const found = quantiles(values)[index]
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * COUNT_RELATIVE_ERROR)
          expect(found).toBeGreaterThanOrEqual(Math.min(...values))
          expect(found).toBeLessThanOrEqual(Math.max(...values))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is exact below 256, and for a value that all share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 60 }), (values) => {
        expect(quantiles(values)).toEqual(exactQuantiles(values))
      }),
    )
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 9 }), (value, times) => {
        expect(new Set(quantiles(new Array<number>(times).fill(value)))).toEqual(new Set([value]))
      }),
    )
  })

  it('needs the stated error: some value is wrong by more than half of it', () => {
    const errors = Array.from({ length: 512 }, (_, index) => 512 + index).map((value) => {
      const [, , median] = quantiles([0, value, 1_000_000])
      return Math.abs(median - value) / value
    })
    expect(Math.max(...errors)).toBeGreaterThan(COUNT_RELATIVE_ERROR / 2)
  })

  it('says zeros when nothing was counted', () => {
    expect(new Set(quantiles([]))).toEqual(new Set([0]))
    expect(quantilesOf([0, 0], 0)).toBeNull()
    expect(medianBin([0, 0, 0], 0)).toBe(-1)
  })

  it('finds the median bin as the middle quantile does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }), (values) => {
        const bins = Array.from({ length: 10 }, (_, bin) => values.filter((value) => value === bin).length)
        expect(medianBin(bins, values.length)).toBe(quantilesOf(bins, values.length)?.p50)
      }),
    )
  })
})
