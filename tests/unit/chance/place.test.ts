import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../shared/chance/place.ts'
import { poolSpread } from '../../../shared/chance/poolSpread.ts'
import { publishedDraws, snapshotsOf } from '../../../shared/draws/history.ts'

const snapshot = snapshotsOf(publishedDraws)[snapshotsOf(publishedDraws).length - 1]
const spread = poolSpread(snapshot, publishedDraws, ['cec', 'healthcare', 'stem', 'pnp'], 'test')
/** A hundred people at every score. */
const counts = new Int32Array(1201).fill(100)
const width = (range: { low: number; high: number } | undefined): number =>
  range ? range.high - range.low : Number.NaN

describe('the place in the pool', () => {
  it('counts those above, tied, and one to five points below', () => {
    expect(placeOf(counts, 510)).toEqual({ above: 69_000, tied: 100, justBelow: 500, pool: 120_100, ranges: null })
    expect(placeOf(counts, 0)).toMatchObject({ above: 120_000, justBelow: 0 })
  })

  it.each([600, 500, 490, 480, 460, 440])('is exact above %i, where a published band begins', (score) => {
    const { above, ranges } = placeOf(counts, score, spread.get('all'), true)
    expect(ranges?.above).toEqual({ low: above, high: above })
  })

  it.each([585, 530, 505, 486, 453])('has an interval above %i, inside a band, that holds the count', (score) => {
    const { above, tied, ranges } = placeOf(counts, score, spread.get('all'), true)
    expect(ranges?.above.low).toBeLessThan(above)
    expect(ranges?.above.high).toBeGreaterThan(above)
    expect(ranges?.tied.low).toBeLessThan(tied)
    expect(ranges?.tied.high).toBeGreaterThan(tied)
  })

  it('is known better of what draws observe often than of what they hardly do', () => {
    const of = (stream: 'cec' | 'stem') => placeOf(counts, 500, spread.get(stream)).ranges?.above
    expect(width(of('cec'))).toBeLessThan(width(of('stem')))
  })

  it('has no interval where nothing was observed: above 600, and in streams whose draws tell nothing', () => {
    expect(placeOf(counts, 601, spread.get('all'), true).ranges).toBeNull()
    expect(spread.has('pnp')).toBe(false)
    expect(placeOf(counts, 510, spread.get('pnp')).ranges).toBeNull()
  })

  it('does not take nobody for certain in a stream', () => {
    const nobody = new Int32Array(1201)
    expect(placeOf(nobody, 560, spread.get('healthcare')).ranges?.above.high).toBeGreaterThan(0)
  })
})
