import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest, hashText, uniformOf } from '../../../shared/lib/hash.ts'
import { decay, exponential, naturalLog, normalCdf } from '../../../shared/lib/portableMath.ts'
import { randomStream, standardNormal } from '../../../shared/lib/random.ts'
import { weightedChoice } from '../../../shared/lib/weightedChoice.ts'

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next)

describe('named random streams', () => {
  it('repeat for the same seed and name, and differ for others', () => {
    const numbers = (seed: string, name: string) => draw(5, randomStream(seed, name).next)
    expect(numbers('a', 'x')).toEqual(numbers('a', 'x'))
    expect(numbers('a', 'x')).not.toEqual(numbers('a', 'y'))
    expect(numbers('a', 'x')).not.toEqual(numbers('b', 'x'))
  })

  it('give these very numbers on every machine', () => {
    expect(draw(3, randomStream('baseline', 'arrivals').next)).toMatchInlineSnapshot(`
      [
        0.9161909758113325,
        0.2515839273110032,
        0.8493774957023561,
      ]
    `)
  })
})

describe('weighted choice', () => {
  it('follows its weights and never picks a weight of 0', () => {
    const choice = weightedChoice([0, 1, 3, 0])
    const random = randomStream('weights', 'test')
    const counts = [0, 0, 0, 0]
    for (let turn = 0; turn < 40_000; turn++) counts[choice.pick(random)] += 1
    expect(counts[0] + counts[3]).toBe(0)
    expect(Math.abs(counts[2] / counts[1] - 3)).toBeLessThan(0.12)
  })
})

describe('uniform numbers of a person', () => {
  it('are spread evenly and do not follow the id', () => {
    const seed = hashText('baseline')
    const values = Array.from({ length: 20_000 }, (_, id) => uniformOf(seed, id + 1, 7))
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean).toBeCloseTo(0.5, 2)
    const pairs = values.slice(1).map((value, index) => (value - 0.5) * (values[index] - 0.5))
    expect(Math.abs(pairs.reduce((sum, value) => sum + value, 0) / pairs.length)).toBeLessThan(0.005)
    expect(uniformOf(seed, 1, 7)).not.toBe(uniformOf(seed, 1, 8))
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
  })
})

describe('portable mathematics', () => {
  it('agrees with the logarithm and exponential of this machine', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (value) => {
        expect(naturalLog(value)).toBeCloseTo(Math.log(value), 11)
      }),
    )
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (value) => {
        expect(decay(value) / Math.exp(-value)).toBeCloseTo(1, 10)
      }),
    )
    expect(decay(1000)).toBe(0)
  })
})

describe('exponential', () => {
  it('agrees with that of this machine on both sides of 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (exponent) => {
        expect(exponential(exponent) / Math.exp(exponent)).toBeCloseTo(1, 10)
      }),
    )
    expect([exponential(0), exponential(-1000)]).toEqual([1, 0])
    expect(exponential(1)).toBeCloseTo(Math.E, 12)
  })

  it('undoes the logarithm', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        expect(exponential(naturalLog(value)) / value).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('the normal distribution function', () => {
  it.each([
    [0, 0.5],
    [0.6744897501960817, 0.75],
    [1, 0.8413447460685429],
    [1.2815515655446004, 0.9],
    [1.959963984540054, 0.975],
    [3, 0.9986501019683699],
    [-1, 0.15865525393145707],
    [-2.3263478740408408, 0.01],
  ])('at %d is %d within 1e-7', (z, probability) => {
    expect(Math.abs(normalCdf(z) - probability)).toBeLessThan(1e-7)
  })

  it('rises from 0 to 1 and is as far from 0 below as from 1 above', () => {
    const finite = fc.double({ min: -40, max: 40, noNaN: true })
    fc.assert(
      fc.property(finite, finite, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(normalCdf(low)).toBeLessThanOrEqual(normalCdf(high) + 1.5e-7)
        expect(normalCdf(low) + normalCdf(-low)).toBeCloseTo(1, 6)
        expect(normalCdf(low)).toBeGreaterThanOrEqual(0)
        expect(normalCdf(high)).toBeLessThanOrEqual(1)
      }),
    )
    expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(normalCdf)).toEqual([0, 1])
  })
})

describe('standard normal numbers', () => {
  it('have the moments and the tails of the normal distribution', () => {
    const random = randomStream('moments', 'normal')
    const values = draw(40_000, () => standardNormal(random))
    const moment = (order: number): number => values.reduce((sum, value) => sum + value ** order, 0) / values.length
    expect(Math.abs(moment(1))).toBeLessThan(0.015)
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03)
    expect(Math.abs(moment(3))).toBeLessThan(0.06)
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.2)
    for (const z of [-2, -1, 0, 1, 2]) {
      const share = values.filter((value) => value <= z).length / values.length
      expect(Math.abs(share - normalCdf(z))).toBeLessThan(0.008)
    }
  })

  it('repeat at the same seed, to the byte on every machine', () => {
    const numbers = (seed: string) => {
      const random = randomStream(seed, 'normal')
      return draw(3, () => standardNormal(random))
    }
    expect(numbers('a')).toEqual(numbers('a'))
    expect(numbers('a')).not.toEqual(numbers('b'))
    expect(numbers('baseline')).toMatchInlineSnapshot(`
      [
        1.0429768986497063,
        0.4746520938245838,
        -2.36160090912345,
      ]
    `)
  })
})

describe('the digest of a text', () => {
  it('is short, repeats, and is another one of a text that differs anywhere', () => {
    const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => index))
    const seen = new Set([digest(text)])
    for (let index = 0; index < text.length; index++) {
      seen.add(digest(`${text.slice(0, index)}x${text.slice(index + 1)}`))
    }
    expect(seen.size).toBe(text.length + 1)
    expect(digest(text)).toMatch(/^[0-9a-f]{1,8}-[0-9a-f]{1,8}$/)
  })
})
