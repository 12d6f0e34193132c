import { HIGHEST_SCORE } from '../crs/ruleMeaning.ts'
import { type Pool, status } from '../pool/columns.ts'

/** Whom a draw invites. */
export interface Selection {
  /** Persons in the pool who belong to the stream. */
  eligible: number
  /** Rows invited: everybody above the cutoff in row order, then the ties in order of submission. */
  invited: Int32Array
  /** Lowest score invited; -1 when nobody was. */
  cutoff: number
  /** Row of the last person invited among the ties, when others at the cutoff were left out; otherwise -1. */
  tieBreakRow: number
}

/** Eligible persons by score, of even and of odd rows; reused between draws. */
const evenRows = new Int32Array(HIGHEST_SCORE + 1)
const oddRows = new Int32Array(HIGHEST_SCORE + 1)

/**
 * Selects at most `size` persons of a stream, best score first and nobody below `minimumScore`; among equals at the cutoff
 * the earlier submission goes first, then the lower id.
 *
 * One pass counts the eligible by score, a walk down the histogram finds the cutoff, a second pass collects; only the ties
 * at the cutoff are ever sorted. Two histograms, because neighbours often have the same score and adding one to the same
 * count twice in a row waits for the first addition. The readable twin sorts everybody: `tests/helpers/sortedDraw.ts`.
 *
 * @param rows rows `0` to `rows - 1` of the pool are looked at
 * @param streamBit one bit of the `streams` column
 * @param size most invitations, `Infinity` for no limit
 */
export function selectInvited(
  pool: Pool,
  rows: number,
  streamBit: number,
  size: number,
  minimumScore: number,
): Selection {
  const statusOf = pool.status
  const streamsOf = pool.streams
  const scoreOf = pool.score
  const even = evenRows
  const odd = oddRows
  const inPool = status.inPool

  even.fill(0)
  odd.fill(0)
  const pairs = rows - (rows & 1)
  for (let row = 0; row < pairs; row += 2) {
    if ((streamsOf[row] & streamBit) !== 0 && statusOf[row] === inPool) even[scoreOf[row]]++
    if ((streamsOf[row + 1] & streamBit) !== 0 && statusOf[row + 1] === inPool) odd[scoreOf[row + 1]]++
  }
  if (pairs < rows && (streamsOf[pairs] & streamBit) !== 0 && statusOf[pairs] === inPool) even[scoreOf[pairs]]++
  let eligible = 0
  for (let score = 0; score <= HIGHEST_SCORE; score++) {
    even[score] += odd[score]
    eligible += even[score]
  }

  let cutoff = -1
  let above = 0
  let total = 0
  for (let score = HIGHEST_SCORE; score >= minimumScore && total < size; score--) {
    if (even[score] === 0) continue
    above = total
    total += even[score]
    cutoff = score
  }
  if (cutoff < 0) return { eligible, invited: new Int32Array(0), cutoff, tieBreakRow: -1 }

  const invited = new Int32Array(Math.min(total, size))
  const ties = new Int32Array(total - above)
  let collected = 0
  let tied = 0
  for (let row = 0; row < rows; row++) {
    const score = scoreOf[row]
    // Nearly everybody is below the cutoff: most rows cost this one read.
    if (score < cutoff || statusOf[row] !== inPool || (streamsOf[row] & streamBit) === 0) continue
    if (score > cutoff) invited[collected++] = row
    else ties[tied++] = row
  }
  const submittedAt = pool.submittedAt
  const id = pool.id
  ties.sort((a, b) => submittedAt[a] - submittedAt[b] || id[a] - id[b])
  const invitedTies = invited.length - above
  invited.set(ties.subarray(0, invitedTies), above)
  return { eligible, invited, cutoff, tieBreakRow: invitedTies < tied ? ties[invitedTies - 1] : -1 }
}
