import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PossiblePools } from '../../../shared/flows/possiblePool.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import { randomStream } from '../../../shared/lib/random.ts'
import { total, wholeModel } from '../../helpers/flows.ts'

const until = parseDay('2026-01-15')

/** Possible pools of some weeks after the newest published draw. */
function pools() {
  const model = wholeModel()
  return new PossiblePools(model, ['healthcare', 'physicians'])
}
const poolAt = (seed: string) => {
  const pool = pools().sample(randomStream(seed, 'possible'))
  pool.advanceTo(until)
  return pool
}

describe('a possible pool', () => {
  it('is the same for the same random numbers, and another one for others', () => {
    const cutoffs = ['a', 'a', 'b', 'c', 'd'].map((seed) => poolAt(seed).people('cec'))
    expect(cutoffs[0]).toBe(cutoffs[1])
    expect(new Set(cutoffs).size).toBe(4)
  })

  it('is on average as large as the model says', () => {
    const model = wholeModel()
    const expected = total([0, 1, 2, 3].map((group) => total(model.base.stock(group))))
    const made = new PossiblePools(model, [])
    const random = randomStream('mean', 'possible')
    const sizes = Array.from({ length: 40 }, () => made.sample(random).people('general'))
    expect(total(sizes) / sizes.length / expected).toBeCloseTo(1, 1)
  })

  it('gives a lower cutoff to a larger draw, and what one draw takes the next one lacks', () => {
    const size = fc.integer({ min: 1, max: 30_000 })
    const stream = fc.constantFrom('general', 'cec', 'french', 'healthcare', 'physicians' as const)
    fc.assert(
      fc.property(stream, size, size, fc.constantFrom('a', 'b'), (drawn, one, other, seed) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)]
        const [high, low] = [few, many].map((persons) => poolAt(seed).draw(drawn, persons))
        expect(high).toBeGreaterThanOrEqual(low ?? Number.NaN)
        const pool = poolAt(seed)
        const first = pool.draw(drawn, few) ?? Number.NaN
        expect(first).toBe(high)
        expect(pool.draw(drawn, few)).toBeLessThanOrEqual(first)
      }),
      { numRuns: 15 },
    )
  })

  it('loses as many as a draw invites', () => {
    for (const stream of ['general', 'cec', 'healthcare'] as const) {
      const pool = poolAt('a')
      const before = pool.people(stream)
      pool.draw(stream, 1000)
      expect(before - pool.people(stream)).toBeCloseTo(1000, 6)
    }
  })

  it('shares people: a French draw reaches some of the next CEC draw, and a category draw some of everybody', () => {
    const pool = poolAt('a')
    const [cec, everybody] = [pool.people('cec'), pool.people('general')]
    pool.draw('french', 6000)
    expect(pool.people('cec')).toBeLessThan(cec)
    const left = pool.people('general')
    expect(left).toBeCloseTo(everybody - 6000, 6)
    pool.draw('healthcare', 500)
    expect(left - pool.people('general')).toBeGreaterThan(250)
    expect(left - pool.people('general')).toBeLessThanOrEqual(500 + 1e-6)
  })

  it('invites everybody down to the bottom when a draw is larger than the stream', () => {
    expect(poolAt('a').draw('cec', 10_000_000)).toBe(101)
  })

  it('knows no cutoff of nominees or of categories it was not made for', () => {
    const pool = poolAt('a')
    expect(['pnp', 'military'].map((stream) => pool.draw(stream as 'pnp' | 'military', 100))).toEqual([
      undefined,
      undefined,
    ])
  })
})
