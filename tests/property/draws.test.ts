import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawResult } from '../../shared/draws/draw.ts'
import { raiseBlock } from '../../shared/draws/ratingBlocks.ts'
import { type Candidates, type Selection, selectInvited } from '../../shared/draws/select.kernel.ts'
import { formatInstant } from '../../shared/lib/day.ts'
import { NO_GROUP, ratingOf } from '../../shared/life/rating.ts'
import { blocksOf, candidatesOf, countByGroup, sortedDraw } from '../helpers/sortedDraw.ts'

const GROUPS = 6

interface Pool {
  candidates: Candidates
  /** Rows that may be looked at: everybody before has expired, and the columns have room behind. */
  from: number
  to: number
  members: Uint8Array
}

const person = fc.record({
  score: fc.oneof(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 498, max: 502 })),
  submittedAt: fc.integer({ min: 1_700_000_000, max: 1_700_000_004 }),
  group: fc.integer({ min: 0, max: GROUPS - 1 }),
})

/** Pools of up to 200 people with many equal scores and instants; some are in no stream, some groups are in the drawn one. */
const arbitraryPool: fc.Arbitrary<Pool> = fc
  .record({
    people: fc.array(person, { maxLength: 200 }),
    expired: fc.nat(5),
    stream: fc.array(fc.boolean(), { minLength: GROUPS - 1, maxLength: GROUPS - 1 }),
  })
  .map(({ people, expired, stream }) => {
    const rating = new Int32Array(people.length + 3)
    const submittedAt = new Uint32Array(people.length + 3)
    for (const [row, one] of people.entries()) {
      rating[row] = one.group === NO_GROUP || row < expired ? 0 : ratingOf(one.score, one.group)
      submittedAt[row] = one.submittedAt
    }
    const from = Math.min(expired, people.length)
    const members = Uint8Array.from([false, ...stream], Number)
    return { candidates: { rating, submittedAt, blocks: blocksOf(rating) }, from, to: people.length, members }
  })

const size = fc.oneof(fc.integer({ min: 0, max: 70 }), fc.constant(Number.POSITIVE_INFINITY))
const floor = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1201 }))

function select({ candidates, from, to, members }: Pool, most: number, least: number): Selection {
  const counts = countByGroup(candidates, from, to, GROUPS)
  return selectInvited(candidates, [{ from, to }], counts, members, most, least)
}

describe('a draw', () => {
  it('passes over nobody it should invite, whoever left or rose since the draw before', () => {
    const risen = fc.array(fc.record({ row: fc.nat(199), score: fc.integer({ min: 490, max: 700 }) }))
    fc.assert(
      fc.property(arbitraryPool, size, floor, size, risen, (pool, most, least, mostLater, changes) => {
        const { rating, blocks } = pool.candidates
        for (const row of select(pool, most, least).invited) rating[row] = 0
        for (const { row, score } of changes) {
          if (row >= pool.to) continue
          rating[row] = ratingOf(score, 1)
          raiseBlock(blocks, row, rating[row])
        }
        const expected = sortedDraw(candidatesOf(pool.candidates, pool.from, pool.to, pool.members), mostLater, 0)
        const later = select(pool, mostLater, 0)
        expect([...later.invited].sort((a, b) => a - b)).toEqual(expected.map(({ row }) => row).sort((a, b) => a - b))
      }),
    )
  })

  it('invites whom sorting everybody would invite', () => {
    fc.assert(
      fc.property(arbitraryPool, size, floor, (pool, most, least) => {
        const selected = select(pool, most, least)
        const candidates = candidatesOf(pool.candidates, pool.from, pool.to, pool.members)
        const expected = sortedDraw(candidates, most, least)
        expect(selected.eligible).toBe(candidates.length)
        expect([...selected.invited].sort((a, b) => a - b)).toEqual(
          expected.map(({ row }) => row).sort((a, b) => a - b),
        )
        expect(selected.cutoff).toBe(expected.at(-1)?.score ?? -1)
      }),
      { numRuns: 2000 },
    )
  })

  it('lists those above the cutoff row by row, then the ties in order of submission', () => {
    fc.assert(
      fc.property(arbitraryPool, size, floor, (pool, most, least) => {
        const { invited, cutoff } = select(pool, most, least)
        const expected = sortedDraw(candidatesOf(pool.candidates, pool.from, pool.to, pool.members), most, least)
        const above = expected.filter(({ score }) => score > cutoff).map(({ row }) => row)
        const ties = expected.filter(({ score }) => score === cutoff).map(({ row }) => row)
        expect([...invited]).toEqual([...above.sort((a, b) => a - b), ...ties])
      }),
      { numRuns: 2000 },
    )
  })

  it('has a tie-break exactly when somebody at the cutoff is left out, and it is the last one invited', () => {
    fc.assert(
      fc.property(arbitraryPool, size, floor, (pool, most, least) => {
        const { tieBreakRow, cutoff } = select(pool, most, least)
        const candidates = candidatesOf(pool.candidates, pool.from, pool.to, pool.members)
        const expected = sortedDraw(candidates, most, least)
        const tied = candidates.filter(({ score }) => score === cutoff).length
        const tiedInvited = expected.filter(({ score }) => score === cutoff).length
        expect(tieBreakRow).toBe(tiedInvited < tied ? (expected.at(-1)?.row ?? -1) : -1)
      }),
      { numRuns: 2000 },
    )
  })
})

const STREAM = 1
const OTHERS = 2

/** People of the drawn stream unless another group is asked for, submitted one second after the other. */
function poolOf(people: { score: number; submittedAt?: number; group?: number }[]): Pool {
  const rating = Int32Array.from(people, ({ score, group = STREAM }) => ratingOf(score, group))
  const submittedAt = Uint32Array.from(people, ({ submittedAt = 0 }, row) => submittedAt || 1_700_000_000 + row)
  const members = new Uint8Array(GROUPS)
  members[STREAM] = 1
  return { candidates: { rating, blocks: blocksOf(rating), submittedAt }, from: 0, to: people.length, members }
}

function draw(pool: Pool, limits: { size?: number; minimumScore?: number }) {
  const selection = select(pool, limits.size ?? Number.POSITIVE_INFINITY, limits.minimumScore ?? 0)
  const planned = { date: '2025-12-16', stream: 'cec' as const, ...limits }
  const { submittedAt } = pool.candidates
  return drawResult({ planned, size: limits.size, selection, submittedAt, cohortOf: () => 0 }, 1)
}

describe('the corners of a draw', () => {
  const three = () => poolOf([{ score: 510 }, { score: 505 }, { score: 500 }])

  it('from an empty stream invites nobody', () => {
    const others = poolOf([510, 505, 500].map((score) => ({ score, group: OTHERS })))
    expect(draw(others, { size: 10 })).toMatchObject({ eligible: 0, invited: 0, cutoff: null, tieBreak: null })
  })

  it('of size 0 invites nobody', () => {
    expect(draw(three(), { size: 0 })).toMatchObject({ eligible: 3, invited: 0, cutoff: null, tieBreak: null })
  })

  it('larger than the stream invites everybody, without a tie-break', () => {
    expect(draw(three(), { size: 99 })).toMatchObject({ invited: 3, cutoff: 500, tieBreak: null })
  })

  it('with everybody tied takes the earliest submissions, to the second, then the lowest id', () => {
    const tied = poolOf([
      { score: 500, submittedAt: 1_700_000_009 },
      { score: 500, submittedAt: 1_700_000_001 },
      { score: 500, submittedAt: 1_700_000_001 },
    ])
    expect([...select(tied, 1, 0).invited]).toEqual([1])
    expect(draw(tied, { size: 1 })).toMatchObject({
      invited: 1,
      cutoff: 500,
      tieBreak: formatInstant(1_700_000_001),
    })
    expect([...select(tied, 2, 0).invited]).toEqual([1, 2])
  })

  it('driven by a score invites everybody from it up', () => {
    expect(draw(three(), { minimumScore: 505 })).toMatchObject({ invited: 2, cutoff: 505, size: null, tieBreak: null })
  })

  it('with both a size and a score obeys the stricter', () => {
    expect(draw(three(), { size: 1, minimumScore: 505 })).toMatchObject({ invited: 1, cutoff: 510 })
    expect(draw(three(), { size: 3, minimumScore: 505 })).toMatchObject({ invited: 2, cutoff: 505 })
    expect(draw(three(), { size: 3, minimumScore: 511 })).toMatchObject({ invited: 0, cutoff: null })
  })
})
