import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crps, type ScoredDraw, skillOf } from '../../../shared/backtest/skill.ts'
import type { PredictedDraw } from '../../../shared/schema/backtest.ts'

const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()
const score = fc.integer({ min: 0, max: 1200 })
const sample = fc.array(score, { minLength: 1, maxLength: 40 }).map(sorted)

/** The definition: the area between the distribution, a staircase, and the step at what happened, squared. */
function areaBetween(values: Float64Array, actual: number): number {
  const corners = [...values, actual].sort((a, b) => a - b)
  let area = 0
  for (let index = 1; index < corners.length; index++) {
    const [from, to] = [corners[index - 1], corners[index]]
    const atMost = values.filter((value) => value <= from).length / values.length
    area += (to - from) * (atMost - (actual <= from ? 1 : 0)) ** 2
  }
  return area
}

describe('the continuous ranked probability score', () => {
  it('is the squared area between the predicted distribution and what happened', () => {
    fc.assert(
      fc.property(sample, score, (values, actual) => {
        expect(crps(values, actual)).toBeCloseTo(areaBetween(values, actual), 8)
      }),
    )
  })

  it('of a single value is the absolute error', () => {
    fc.assert(
      fc.property(score, score, (value, actual) => {
        expect(crps(Float64Array.of(value), actual)).toBe(Math.abs(value - actual))
      }),
    )
  })

  it.each([
    [[500], 500, 0],
    [[0, 1], 0, 0.25],
    [[0, 1], 0.5, 0.25],
    [[490, 500, 510], 500, 20 / 9],
  ])('of %j where %d happened is %d', (values, actual, expected) => {
    expect(crps(sorted(values), actual)).toBeCloseTo(expected, 12)
  })

  it('of a uniform distribution is the known 1/3 at its end and 1/12 in its middle', () => {
    const uniform = Float64Array.from({ length: 4000 }, (_, index) => (index + 0.5) / 4000)
    expect(crps(uniform, 0)).toBeCloseTo(1 / 3, 5)
    expect(crps(uniform, 0.5)).toBeCloseTo(1 / 12, 5)
  })
})

const scored = (fields: Partial<PredictedDraw>, values: readonly number[] = [500]): ScoredDraw => ({
  predicted: {
    ...{ draw: '1', date: '2025-01-01', stream: 'cec', horizonDays: null, size: 3000, basis: 'flows' },
    ...{ actual: 500, p10: 490, p25: 495, p50: 500, p75: 505, p90: 510, persistence: 500 },
    ...fields,
  },
  sample: sorted(values),
})

describe('the skill of some predictions', () => {
  it('is as by hand', () => {
    const draws = [
      scored({ p50: 503, actual: 500, persistence: 510 }, [503]),
      scored({ p50: 499, actual: 500, persistence: 480 }, [499]),
      scored({ p50: 520, actual: 500, persistence: null, p10: 501 }, [500, 520]),
      scored({ p50: 500, actual: 510, persistence: 505 }, [500]),
    ]
    expect(skillOf(draws)).toEqual({
      n: 4,
      mae: 8.5,
      bias: 3,
      persistenceMae: 11.6667,
      // Errors of 3 + 1 + 10 against 10 + 20 + 5, over the draws that had a last cutoff.
      skill: 0.6,
      // The last one lies outside 495 to 505.
      coverage50: 0.75,
      // The third lies below 501, the last on the upper end, which counts as inside.
      coverage80: 0.75,
      crps: 4.75,
    })
  })

  it('of nothing is nothing', () => {
    const none = { mae: null, bias: null, persistenceMae: null, skill: null }
    expect(skillOf([])).toEqual({ n: 0, ...none, coverage50: null, coverage80: null, crps: null })
  })

  it('is unknown where there was no last cutoff, or it was hit every time', () => {
    expect(skillOf([scored({ persistence: null, p50: 510 })])).toMatchObject({
      ...{ mae: 10, persistenceMae: null, skill: null },
    })
    expect(skillOf([scored({ p50: 510 })])).toMatchObject({ persistenceMae: 0, skill: null })
  })

  it('of the last cutoff again is 0, and of a worse prediction negative', () => {
    expect(skillOf([scored({ p50: 480, persistence: 480 })]).skill).toBe(0)
    expect(skillOf([scored({ p50: 460, persistence: 480 })]).skill).toBe(-1)
  })

  it('counts the ends of an interval as inside', () => {
    const at = (actual: number) => skillOf([scored({ actual })])
    expect([494, 495, 505, 506].map((actual) => at(actual).coverage50)).toEqual([0, 1, 1, 0])
    expect([489, 490, 510, 511].map((actual) => at(actual).coverage80)).toEqual([0, 1, 1, 0])
  })
})
