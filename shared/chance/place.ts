import { streamBit } from '../eligibility/streamBits.ts'
import type { Pool } from '../pool/columns.ts'
import type { Place } from '../schema/chance.ts'
import { type Stream, streams } from '../schema/common.ts'

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

/** Where a score stands among some people. */
export function placeOf(counts: Int32Array, score: number): Place {
  let [above, justBelow, pool] = [0, 0, 0]
  for (let other = 0; other < counts.length; other++) {
    pool += counts[other]
    if (other > score) above += counts[other]
    if (other < score && other >= score - JUST_BELOW_POINTS) justBelow += counts[other]
  }
  return { above, tied: counts[score], justBelow, pool }
}
