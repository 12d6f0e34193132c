import { HIGHEST_SCORE, SCORES } from '../crs/ruleMeaning.ts'
import { groupOfRating, ratingOf } from '../life/rating.ts'
import { type RatingBlocks, visitBlocks } from './ratingBlocks.ts'

/** The profiles a draw looks at, one a row. */
export interface Candidates {
  /** Score and group of streams (see `ratingOf`); people who are not in the pool are in group 0. */
  readonly rating: Int32Array
  /** Bounds of the ratings, kept by `raiseBlock`; a selection makes them exact where it looks. */
  readonly blocks: RatingBlocks
  /** UTC seconds. */
  readonly submittedAt: Uint32Array
}

/** Rows `from` to `to - 1`. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

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

/** Eligible persons by score; reused between draws. */
const byScore = new Int32Array(SCORES)

/** Adds up the groups of a stream. Returns how many persons they hold. */
function countEligible(countsByGroup: Int32Array, members: Uint8Array): number {
  byScore.fill(0)
  let eligible = 0
  for (let group = 1; group < members.length; group++) {
    if (members[group] === 0) continue
    const first = group * SCORES
    for (let score = 0; score < SCORES; score++) {
      const count = countsByGroup[first + score]
      byScore[score] += count
      eligible += count
    }
  }
  return eligible
}

/**
 * The cutoffs that draws of several sizes would have, each held by itself in the same pool: found in the counts alone.
 *
 * @param sizes most invitations, ascending
 * @param into by size: the lowest score invited; -1 when nobody would be
 */
export function cutoffsOfSizes(
  countsByGroup: Int32Array,
  members: Uint8Array,
  sizes: readonly number[],
  minimumScore: number,
  into: Int32Array,
): void {
  countEligible(countsByGroup, members)
  let cutoff = -1
  let total = 0
  let score = HIGHEST_SCORE
  for (let index = 0; index < sizes.length; index++) {
    for (; score >= minimumScore && total < sizes[index]; score--) {
      if (byScore[score] === 0) continue
      total += byScore[score]
      cutoff = score
    }
    into[index] = cutoff
  }
}

/** More than any rating. */
const NOBODY = 0x7fffffff

/** By group: the lowest rating a draw invites. One comparison decides, and nearly always the same way. */
const lowestRatings = (members: Uint8Array, cutoff: number): Int32Array =>
  Int32Array.from(members, (isMember, group) => (isMember === 0 ? NOBODY : ratingOf(cutoff, group)))

/**
 * Selects at most `size` persons of a stream, best score first and nobody below `minimumScore`; among equals at the cutoff
 * the earlier submission goes first, then the lower row.
 *
 * The cutoff is found in counts that are kept up to date by whoever changes the pool, without looking at anybody. One pass
 * over the rows, but for blocks that hold nobody so high, then collects the invited; only the ties at the cutoff are ever
 * sorted. The readable twin sorts everybody: `tests/helpers/sortedDraw.ts`.
 *
 * @param ranges rows that are looked at, ascending
 * @param countsByGroup persons in the pool, of as many groups as `members` has: index `group * SCORES + score`
 * @param members by group: 1 = in the stream; group 0 never is
 * @param size most invitations, `Infinity` for no limit
 */
export function selectInvited(
  candidates: Candidates,
  ranges: readonly RowRange[],
  countsByGroup: Int32Array,
  members: Uint8Array,
  size: number,
  minimumScore: number,
): Selection {
  const eligible = countEligible(countsByGroup, members)
  let cutoff = -1
  let above = 0
  let total = 0
  for (let score = HIGHEST_SCORE; score >= minimumScore && total < size; score--) {
    if (byScore[score] === 0) continue
    above = total
    total += byScore[score]
    cutoff = score
  }
  if (cutoff < 0) return { eligible, invited: new Int32Array(0), cutoff, tieBreakRow: -1 }

  const { rating: ratings, submittedAt } = candidates
  const lowestOfGroup = lowestRatings(members, cutoff)
  const lowestAbove = ratingOf(cutoff + 1, 0)
  const invited = new Int32Array(Math.min(total, size))
  const ties = new Int32Array(total - above)
  let collected = 0
  let tied = 0
  const collect = (first: number, end: number): number => {
    let highest = 0
    for (let row = first; row < end; row++) {
      const rating = ratings[row]
      if (rating > highest) highest = rating
      if (rating < lowestOfGroup[groupOfRating(rating)]) continue
      if (rating >= lowestAbove) invited[collected++] = row
      else ties[tied++] = row
    }
    return highest
  }
  for (const { from, to } of ranges) visitBlocks(candidates.blocks, from, to, ratingOf(cutoff, 0), collect)
  ties.sort((a, b) => submittedAt[a] - submittedAt[b] || a - b)
  const invitedTies = invited.length - above
  invited.set(ties.subarray(0, invitedTies), above)
  return { eligible, invited, cutoff, tieBreakRow: invitedTies < tied ? ties[invitedTies - 1] : -1 }
}
