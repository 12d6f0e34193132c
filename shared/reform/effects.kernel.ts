/** The people of a pool and how they stand under two sets of points. Rows are in order of submission. */
export interface Standing {
  readonly persons: number
  /** Streams of a row, one bit each. */
  readonly streams: Uint16Array
  readonly before: Uint16Array
  readonly after: Uint16Array
}

/** Whom a draw reaches: everybody above the cutoff, and the first so many at it in order of submission. */
export interface DrawLine {
  /** Lowest score invited; more than any score when nobody is. */
  cutoff: number
  /** People at the cutoff who are invited. */
  ties: number
  invited: number
}

/** Persons by cohort of a stream, and what becomes of them. */
export interface Tally {
  persons: Int32Array
  invitedBefore: Int32Array
  invitedAfter: Int32Array
  /** Invited after and not before; the other way round. */
  winners: Int32Array
  losers: Int32Array
  /** Points gained, added up. */
  points: Float64Array
  /** By change of score, index `change + middle`. */
  changed: Int32Array
  winnersByChange: Int32Array
  losersByChange: Int32Array
  middle: number
}

/** Adds the people of a stream to `counts`, by score. Returns how many they are. */
export function countScores(
  scores: Uint16Array,
  streams: Uint16Array,
  persons: number,
  bit: number,
  counts: Int32Array,
): number {
  let members = 0
  for (let row = 0; row < persons; row++) {
    if ((streams[row] & bit) === 0) continue
    counts[scores[row]] += 1
    members += 1
  }
  return members
}

/** How many cross the line of one stream in each direction; the readable twin sorts everybody (`tests/helpers/sortedReform.ts`). */
export function countCrossing(
  { persons, streams, before, after }: Standing,
  bit: number,
  from: DrawLine,
  to: DrawLine,
) {
  let tiesBefore = from.ties
  let tiesAfter = to.ties
  let winners = 0
  let losers = 0
  for (let row = 0; row < persons; row++) {
    if ((streams[row] & bit) === 0) continue
    const old = before[row]
    const now = after[row]
    const was = old > from.cutoff || (old === from.cutoff && tiesBefore-- > 0)
    const is = now > to.cutoff || (now === to.cutoff && tiesAfter-- > 0)
    if (was === is) continue
    if (is) winners += 1
    else losers += 1
  }
  return { winners, losers }
}

/** The same with all that is told of the people, added to `tally`. */
export function tallyCrossing(
  { persons, streams, before, after }: Standing,
  bit: number,
  from: DrawLine,
  to: DrawLine,
  cohortOf: Uint16Array,
  tally: Tally,
): void {
  const { middle, changed } = tally
  let tiesBefore = from.ties
  let tiesAfter = to.ties
  for (let row = 0; row < persons; row++) {
    if ((streams[row] & bit) === 0) continue
    const old = before[row]
    const now = after[row]
    const cohort = cohortOf[row]
    const change = now - old
    tally.persons[cohort] += 1
    tally.points[cohort] += change
    changed[middle + change] += 1
    const was = old > from.cutoff || (old === from.cutoff && tiesBefore-- > 0)
    const is = now > to.cutoff || (now === to.cutoff && tiesAfter-- > 0)
    if (was) tally.invitedBefore[cohort] += 1
    if (is) tally.invitedAfter[cohort] += 1
    if (was === is) continue
    if (is) {
      tally.winners[cohort] += 1
      tally.winnersByChange[middle + change] += 1
    } else {
      tally.losers[cohort] += 1
      tally.losersByChange[middle + change] += 1
    }
  }
}
