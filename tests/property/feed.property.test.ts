import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../shared/draws/feed.ts'
import { PublishedDraw } from '../../shared/schema/draw.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { entryOf, realFeed } from '../helpers/feed.ts'

const entries = realFeed().rounds
const fields = Object.keys(entries[0])

/** Values a hand-edited feed could hold, and some it never should. */
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '0',
    '-1',
    '1e9',
    '6,00',
    '  12 ',
    'June 31, 2025',
    'July 3rd 2026',
    'N/A',
    '999,999,999',
    '__proto__',
  ),
  fc.constantFrom(...entries.flatMap((entry) => [entry.drawCutOff, entry.drawDateTime, entry.drawName])),
)
const mutation = fc.record({
  entry: fc.integer({ min: 0, max: entries.length - 1 }),
  changes: fc.dictionary(fc.constantFrom(...fields), fc.option(anyValue, { nil: undefined }), {
    minKeys: 1,
    maxKeys: 4,
  }),
})

describe('a feed with any entry changed in any way', () => {
  it('is read without throwing, and each entry ends as a draw of the published shape or is refused', () => {
    fc.assert(
      fc.property(mutation, ({ entry, changes }) => {
        const { draws, refused, repairs } = parseFeed({ rounds: [{ ...entries[entry], ...changes }] })
        expect(draws.flatMap((draw) => shapeIssues(PublishedDraw, draw))).toEqual([])
        expect(draws.length === 1).toBe(refused.length === 0)
        expect(refused.every(({ message, path }) => message !== '' && path.startsWith('$.rounds[0]'))).toBe(true)
        expect(repairs.every(({ field, now, why }) => field !== '' && now !== '' && why !== '')).toBe(true)
        for (const { pool, date, instant, tieBreak } of draws) {
          if (pool) {
            expect(Object.values(pool.bands).reduce((sum, count) => sum + count, 0)).toBe(pool.total)
            expect(pool.asOf <= date).toBe(true)
          }
          if (tieBreak) expect(tieBreak <= instant).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is read without throwing whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ rounds: fc.array(fc.jsonValue()) })), (json) => {
        const { draws, refused } = parseFeed(json)
        expect(draws).toEqual([])
        expect(refused.length).toBeGreaterThan(0)
      }),
    )
  })

  it('reads the same whatever the order of its entries', () => {
    const some = ['388', '387', '300', '247', '208', '91b', '91a', '1'].map((number) => entryOf(number))
    const expected = parseFeed({ rounds: some }).draws
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (rounds) => {
        expect(parseFeed({ rounds }).draws).toEqual(expected)
      }),
    )
  })
})
