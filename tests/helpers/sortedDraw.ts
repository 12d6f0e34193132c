import { SCORES } from '../../shared/crs/ruleMeaning.ts'
import { type RatingBlocks, raiseBlock, ratingBlocks } from '../../shared/draws/ratingBlocks.ts'
import type { Candidates } from '../../shared/draws/select.kernel.ts'
import { groupOfRating, scoreOfRating } from '../../shared/life/rating.ts'

/** A draw the straightforward way: an object a candidate, everybody sorted. The readable twin of `select.kernel.ts`. */
export interface Candidate {
  row: number
  score: number
  submittedAt: number
}

export const byRank = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.submittedAt - b.submittedAt || a.row - b.row

/** Everybody of a stream, by the groups that are in it. */
export function candidatesOf(
  { rating, submittedAt }: Pick<Candidates, 'rating' | 'submittedAt'>,
  from: number,
  to: number,
  members: Uint8Array,
): Candidate[] {
  const candidates: Candidate[] = []
  for (let row = from; row < to; row++) {
    if (members[groupOfRating(rating[row])] === 0) continue
    candidates.push({ row, score: scoreOfRating(rating[row]), submittedAt: submittedAt[row] })
  }
  return candidates
}

export function sortedDraw<Kind extends Candidate>(candidates: Kind[], size: number, minimumScore: number): Kind[] {
  return [...candidates]
    .sort(byRank)
    .filter(({ score }) => score >= minimumScore)
    .slice(0, size)
}

/** The bounds of ratings as they are. */
export function blocksOf(ratings: Int32Array): RatingBlocks {
  const blocks = ratingBlocks(ratings.length)
  for (let row = 0; row < ratings.length; row++) raiseBlock(blocks, row, ratings[row])
  return blocks
}

/** Counts persons by group and score, as `selectInvited` reads them. */
export function countByGroup(
  candidates: Pick<Candidates, 'rating'>,
  from: number,
  to: number,
  groups: number,
): Int32Array {
  const counts = new Int32Array(groups * SCORES)
  for (let row = from; row < to; row++) {
    const rating = candidates.rating[row]
    counts[groupOfRating(rating) * SCORES + scoreOfRating(rating)] += 1
  }
  return counts
}
