import { streamBit } from '../eligibility/streamBits.ts'
import { HIGHEST_CORE_SCORE } from '../flows/scoreCells.ts'
import { NINETY_FIVE_PERCENT } from '../lib/interval.ts'
import type { Pool } from '../pool/columns.ts'
import type { CountRange, Place } from '../schema/chance.ts'
import { type Stream, streams } from '../schema/common.ts'
import { type Factors, placeInCell, type StreamSpread } from './poolSpread.ts'

/** "Just below" are so many points. */
const JUST_BELOW_POINTS = 5
const SCORES = 1201

/** Persons of the pool by score: everybody, and those of each stream. */
export interface PoolCounts {
  all: Int32Array
  byStream: Map<Stream, Int32Array>
}

export function poolCounts(pool: Pool, count: number): PoolCounts {
  const all = new Int32Array(SCORES)
  const byStream = new Map(streams.map((stream) => [stream, new Int32Array(SCORES)]))
  for (let row = 0; row < count; row++) {
    const score = pool.score[row]
    all[score] += 1
    for (const [stream, counts] of byStream) if ((pool.streams[row] & streamBit(stream)) !== 0) counts[score] += 1
  }
  return { all, byStream }
}

/** A count as far as it is known; `chanceVaries`: also who of the people expected there happens to be. */
function rangeOf(count: number, low: number, high: number, chanceVaries: boolean): CountRange {
  // Of few people, even of none found, another pool may have some.
  const byChance = chanceVaries ? NINETY_FIVE_PERCENT ** 2 * Math.max(1, count) : 0
  const [below, above] = [count * Math.max(0, 1 - low), count * Math.max(0, high - 1)]
  return {
    low: Math.max(0, Math.round(count - Math.sqrt(below ** 2 + byChance))),
    high: Math.round(count + Math.sqrt(above ** 2 + byChance)),
  }
}

/** Factors of those above a score, which lies somewhere in a cell. */
function aboveFactors({ low, high }: Factors, score: number): [low: number, high: number] {
  const { cell, along } = placeInCell(score + 1)
  const at = (edges: Float64Array) => edges[cell] + along * (edges[cell + 1] - edges[cell])
  return [at(low), at(high)]
}

/**
 * Where a score stands among some people.
 *
 * @param isEverybody the whole pool, of which the bands are published: at their edges nothing is left to chance
 */
export function placeOf(counts: Int32Array, score: number, spread?: StreamSpread, isEverybody = false): Place {
  let [above, justBelow, pool] = [0, 0, 0]
  for (let other = 0; other < counts.length; other++) {
    pool += counts[other]
    if (other > score) above += counts[other]
    if (other < score && other >= score - JUST_BELOW_POINTS) justBelow += counts[other]
  }
  const tied = counts[score]
  // Of those above 600 only the total is published, and draws of nominees tell nothing about the rest.
  if (!spread || score > HIGHEST_CORE_SCORE) return { above, tied, justBelow, pool, ranges: null }
  const { within } = spread
  const [here, below] = [score, score - JUST_BELOW_POINTS / 2].map((where) => placeInCell(where).cell)
  return {
    ...{ above, tied, justBelow, pool },
    ranges: {
      above: rangeOf(above, ...aboveFactors(spread.above, score), !isEverybody),
      tied: rangeOf(tied, within.low[here], within.high[here], true),
      justBelow: rangeOf(justBelow, within.low[below], within.high[below], true),
    },
  }
}

/**
 * A count of people as far as it is known: two figures.
 *
 * @example
 * twoFigures(31_041)   // 31000
 */
export function twoFigures(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.round(count / step) * step
}
