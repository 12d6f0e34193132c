import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pooled, predictedDraw, SAMPLE_SIZE, sampleOfOdds } from '../../../shared/backtest/predicted.ts'
import { CutoffOdds } from '../../../shared/flows/cutoffOdds.ts'
import { publishedDraw } from '../../helpers/flows.ts'

const sample = fc
  .array(fc.integer({ min: -100, max: 1400 }), { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values).sort())

describe('two distributions pooled', () => {
  it('hold all of the first and evenly spread values of the second, in order, in the proportion asked for', () => {
    fc.assert(
      fc.property(sample, sample, fc.constantFrom(0, 0.1, 0.3, 0.5), (first, second, share) => {
        const both = pooled(first, second, share)
        expect([...both]).toEqual([...both].sort((a, b) => a - b))
        const added = both.length - first.length
        expect(Math.abs(added - share * both.length)).toBeLessThanOrEqual(0.5)
        const left = [...both]
        for (const value of first) left.splice(left.indexOf(value), 1)
        expect(left).toHaveLength(added)
        expect(left.every((value) => second.includes(value))).toBe(true)
        // Each half of the second distribution is met as often as the other, but for an odd one.
        const middle = second[Math.floor(second.length / 2)]
        expect(left.filter((value) => value < middle).length).toBeLessThanOrEqual(Math.ceil(added / 2))
      }),
    )
  })

  it('gives the second one so much of the weight', () => {
    const both = pooled(new Float64Array(70).fill(500), new Float64Array(7).fill(600), 0.3)
    expect([both.length, both.filter((value) => value === 600).length]).toEqual([100, 30])
  })
})

describe('a prediction beside its draw', () => {
  it('has quantiles in order, whole and on the scale, whatever the distribution', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const { predicted } = predictedDraw(publishedDraw({}), values, { basis: 'flows', persistence: null })
        const { p10, p25, p50, p75, p90 } = predicted
        const quantiles = [p10, p25, p50, p75, p90]
        expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
        expect(quantiles.every((score) => Number.isInteger(score) && score >= 0 && score <= 1200)).toBe(true)
      }),
    )
  })

  it('takes quantiles of equally likely cutoffs', () => {
    const values = Float64Array.from({ length: 101 }, (_, index) => 400 + index)
    const draw = publishedDraw({ number: '400', size: 7, cutoff: 433 })
    expect(predictedDraw(draw, values, { basis: 'flows', persistence: 420 })).toEqual({
      predicted: {
        ...{ draw: '400', date: draw.date, stream: 'cec', horizonDays: null, size: 7, actual: 433 },
        ...{ p10: 410, p25: 425, p50: 450, p75: 475, p90: 490, persistence: 420, basis: 'flows' },
      },
      sample: values,
    })
  })

  it('reads the odds of a cutoff as equally likely ones', () => {
    // 500 for certain down from the bottom, then an even fall to 510.
    const odds = new CutoffOdds(
      Float64Array.from({ length: 500 }, (_, index) => Math.min(1, Math.max(0, (510 - (101 + index)) / 10))),
    )
    const values = sampleOfOdds(odds)
    expect(values).toHaveLength(SAMPLE_SIZE)
    expect([values[0], values[SAMPLE_SIZE - 1]]).toEqual([500, 509])
    for (let score = 500; score < 510; score++) {
      expect(values.filter((value) => value === score)).toHaveLength(SAMPLE_SIZE / 10)
    }
  })
})
