import { streamBit } from '../eligibility/streamBits.ts'
import type { Stream } from '../schema/common.ts'
import { countScores, type DrawLine } from './effects.kernel.ts'
import type { ReformPool } from './pool.ts'

/** The draw that is looked at: so many people invited before and after, or everybody from a score on. */
export type DrawQuestion = { stream: Stream; seats: number } | { stream: Stream; cutoff: number }

/** People of a stream by score. */
export interface ScoreCounts {
  counts: Int32Array
  members: number
}

export function scoreCounts(
  { people, persons }: ReformPool,
  scores: Uint16Array,
  stream: Stream,
  length: number,
): ScoreCounts {
  const counts = new Int32Array(length)
  return { counts, members: countScores(scores, people.streams, persons, streamBit(stream), counts) }
}

/** The line below the best `seats` people. */
function lineOfSeats({ counts }: ScoreCounts, seats: number): DrawLine {
  let invited = 0
  let cutoff = counts.length
  let ties = 0
  for (let score = counts.length - 1; score >= 0 && invited < seats; score--) {
    if (counts[score] === 0) continue
    cutoff = score
    ties = Math.min(counts[score], seats - invited)
    invited += ties
  }
  return { cutoff, ties, invited }
}

/** The line of a draw that invites everybody from a score on. */
function lineOfScore({ counts }: ScoreCounts, cutoff: number): DrawLine {
  let invited = 0
  for (let score = cutoff; score < counts.length; score++) invited += counts[score]
  return { cutoff, ties: counts[cutoff] ?? 0, invited }
}

export const lineOf = (counts: ScoreCounts, question: DrawQuestion): DrawLine =>
  'seats' in question ? lineOfSeats(counts, question.seats) : lineOfScore(counts, question.cutoff)

export const cutoffOf = ({ cutoff, invited }: DrawLine): number | null => (invited > 0 ? cutoff : null)

/** Width of a bin of the histogram. */
export const BIN_POINTS = 10

/** Counts by score as counts by ten points. */
export function binned({ counts }: ScoreCounts): number[] {
  const bins = new Array<number>(Math.ceil(counts.length / BIN_POINTS)).fill(0)
  for (const [score, count] of counts.entries()) bins[Math.floor(score / BIN_POINTS)] += count
  return bins
}

export function meanOf({ counts, members }: ScoreCounts): number {
  const sum = counts.reduce((total, count, score) => total + count * score, 0)
  return members === 0 ? 0 : sum / members
}
