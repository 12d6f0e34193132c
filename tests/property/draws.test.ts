import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdDraw } from '../../shared/draws/draw.ts'
import { selectInvited } from '../../shared/draws/select.kernel.ts'
import { formatInstant } from '../../shared/lib/day.ts'
import { type Pool, poolColumns, status } from '../../shared/pool/columns.ts'
import { streams } from '../../shared/schema/common.ts'
import { candidatesOf, sortedDraw } from '../helpers/sortedDraw.ts'

const CEC = 1 << streams.indexOf('cec')

const person = fc.record({
  score: fc.oneof(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 498, max: 502 })),
  submittedAt: fc.integer({ min: 1_700_000_000, max: 1_700_000_004 }),
  streams: fc.integer({ min: 0, max: 0xffff }),
  status: fc.constantFrom(status.left, status.inPool, status.inPool, status.invited),
})

/** Pools of up to 60 people with many equal scores and instants; ids in another order than rows. */
const arbitraryPool: fc.Arbitrary<{ pool: Pool; rows: number }> = fc.array(person, { maxLength: 60 }).map((people) => {
  const pool = poolColumns(people.length + 3)
  for (const [row, one] of people.entries()) {
    pool.score[row] = one.score
    pool.submittedAt[row] = one.submittedAt
    pool.streams[row] = one.streams
    pool.status[row] = one.status
    pool.id[row] = (row * 7919) % 101
  }
  return { pool, rows: people.length }
})

const size = fc.oneof(fc.integer({ min: 0, max: 70 }), fc.constant(Number.POSITIVE_INFINITY))
const floor = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1201 }))

describe('a draw', () => {
  it('invites whom sorting everybody would invite', () => {
    fc.assert(
      fc.property(arbitraryPool, size, floor, ({ pool, rows }, most, least) => {
        const selected = selectInvited(pool, rows, CEC, most, least)
        const candidates = candidatesOf(pool, rows, CEC)
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

  it('has a tie-break exactly when somebody at the cutoff is left out, and it is the last one invited', () => {
    fc.assert(
      fc.property(arbitraryPool, size, floor, ({ pool, rows }, most, least) => {
        const { tieBreakRow, cutoff } = selectInvited(pool, rows, CEC, most, least)
        const candidates = candidatesOf(pool, rows, CEC)
        const expected = sortedDraw(candidates, most, least)
        const tied = candidates.filter(({ score }) => score === cutoff).length
        const tiedInvited = expected.filter(({ score }) => score === cutoff).length
        expect(tieBreakRow).toBe(tiedInvited < tied ? (expected.at(-1)?.row ?? -1) : -1)
      }),
      { numRuns: 2000 },
    )
  })
})

function poolOf(people: { score: number; submittedAt?: number }[]): Pool {
  const pool = poolColumns(people.length)
  for (const [row, { score, submittedAt = 1_700_000_000 + row }] of people.entries()) {
    pool.score[row] = score
    pool.submittedAt[row] = submittedAt
    pool.streams[row] = CEC
    pool.status[row] = status.inPool
    pool.id[row] = row + 1
    pool.programs[row] = CEC
  }
  return pool
}

const draw = (pool: Pool, planned: { size?: number; minimumScore?: number }) =>
  holdDraw(pool, pool.id.length, { date: '2025-12-16', stream: 'cec', ...planned }, 1).result

describe('the corners of a draw', () => {
  const three = () => poolOf([{ score: 510 }, { score: 505 }, { score: 500 }])

  it('from an empty stream invites nobody', () => {
    const pool = three()
    pool.streams.fill(0)
    expect(draw(pool, { size: 10 })).toMatchObject({ eligible: 0, invited: 0, cutoff: null, tieBreak: null })
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
    const { rows, result } = holdDraw(tied, 3, { date: '2025-12-16', stream: 'cec', size: 1 }, 1)
    expect([...rows]).toEqual([1])
    expect(result).toMatchObject({ invited: 1, cutoff: 500, tieBreak: formatInstant(1_700_000_001) })
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
