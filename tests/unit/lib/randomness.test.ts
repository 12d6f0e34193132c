import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashText, uniformOf } from '../../../shared/lib/hash.ts'
import { decay, naturalLog } from '../../../shared/lib/portableMath.ts'
import { randomStream } from '../../../shared/lib/random.ts'
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
