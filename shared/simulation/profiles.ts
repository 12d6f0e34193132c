import { type RatingBlocks, ratingBlocks } from '../draws/ratingBlocks.ts'
import { groupOfRating, NO_GROUP } from '../life/rating.ts'

/** Rating of who is not in the pool: in no group, below everybody. */
export const OUT_OF_POOL = 0

/**
 * Profiles: row `i` of every column is one, its id is `i + 1`. Rows are only appended, in two sections: first profiles, and
 * behind room for all of those the profiles of people who came back. So the row of a first profile depends on no draw
 * (common random numbers). What a profile says is read from the person's life (shared/life/lives.ts).
 */
export interface Profiles {
  /** Row of the person's first profile: who it is, whatever happens in between. */
  readonly who: Int32Array
  /** Whose profile it is: a life. */
  readonly life: Int32Array
  /** Day the life's days are counted from. */
  readonly baseDay: Int32Array
  /** Score and group of streams of who is in the pool; the others are {@link OUT_OF_POOL}. */
  readonly rating: Int32Array
  /** Bounds of the ratings (shared/draws/ratingBlocks.ts). */
  readonly blocks: RatingBlocks
  /** UTC seconds of submission. */
  readonly submittedAt: Uint32Array
  /** 1 = nominated by a province while in the pool. */
  readonly nominated: Uint8Array
}

export const profileColumns = (capacity: number): Profiles => ({
  who: new Int32Array(capacity),
  life: new Int32Array(capacity),
  baseDay: new Int32Array(capacity),
  rating: new Int32Array(capacity),
  blocks: ratingBlocks(capacity),
  submittedAt: new Uint32Array(capacity),
  nominated: new Uint8Array(capacity),
})

/** Rows of one kind, in order of the day of submission. */
export interface Section {
  readonly first: number
  /** All rows before this one have expired. */
  from: number
  /** After the last row in use. */
  to: number
}

export const isInPool = ({ rating }: Profiles, row: number): boolean => groupOfRating(rating[row]) !== NO_GROUP

/** Writes the first `rows` of one set of columns over those of another. */
export function copyRows(from: Profiles, to: Profiles, rows: number): void {
  for (const name of Object.keys(from) as (keyof Profiles)[]) to[name].set(from[name].subarray(0, rows))
}

export function enlarged(profiles: Profiles, capacity: number): Profiles {
  const larger = profileColumns(capacity)
  copyRows(profiles, larger, profiles.rating.length)
  return larger
}
