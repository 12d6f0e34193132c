/** Rows in a block, as a power of two: few enough that most blocks hold nobody near a high cutoff. */
const BLOCK_SHIFT = 5
const BLOCK = 1 << BLOCK_SHIFT

/** For each block of rows a rating that none in it exceeds: a draw passes over the blocks below its cutoff. */
export type RatingBlocks = Int32Array

export const ratingBlocks = (rows: number): RatingBlocks => new Int32Array((rows >> BLOCK_SHIFT) + 1)

/** Call whenever a row gets a rating; when one loses it nothing needs to be done. */
export function raiseBlock(blocks: RatingBlocks, row: number, rating: number): void {
  const block = row >> BLOCK_SHIFT
  if (rating > blocks[block]) blocks[block] = rating
}

/** With more blocks than this share to look at it is quicker to look at all rows. */
const SHARE_WORTH_SKIPPING = 0.5

/** Whether enough blocks hold nobody with a rating of at least `lowest` to pass over them one by one. */
function isWorthSkipping(blocks: RatingBlocks, from: number, to: number, lowest: number): boolean {
  let high = 0
  for (let block = from; block < to; block++) if (blocks[block] >= lowest) high += 1
  return high <= SHARE_WORTH_SKIPPING * (to - from)
}

/**
 * Visits rows `from` to `to - 1`, without those in blocks in which nobody has a rating of at least `lowest`.
 *
 * @param visit gets rows that follow one another and returns the highest rating among them
 */
export function visitBlocks(
  blocks: RatingBlocks,
  from: number,
  to: number,
  lowest: number,
  visit: (from: number, to: number) => number,
): void {
  const firstBlock = from >> BLOCK_SHIFT
  const endBlock = (to + BLOCK - 1) >> BLOCK_SHIFT
  if (!isWorthSkipping(blocks, firstBlock, endBlock, lowest)) {
    visit(from, to)
    return
  }
  for (let block = firstBlock; block < endBlock; block++) {
    if (blocks[block] < lowest) continue
    const first = block << BLOCK_SHIFT
    const highest = visit(Math.max(first, from), Math.min(to, first + BLOCK))
    // A block of which only a part was looked at keeps its bound.
    if (first >= from && first + BLOCK <= to) blocks[block] = highest
  }
}
