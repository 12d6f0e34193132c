import { formatInstant } from '../lib/day.ts'
import { COHORTS, compositionOf } from '../pool/cohort.ts'
import type { DrawResult } from '../schema/draw.ts'
import type { PlannedDraw } from '../schema/scenario.ts'
import type { Selection } from './select.kernel.ts'

/** What a draw is described from. */
export interface HeldDraw {
  planned: PlannedDraw
  /** Most invitations at the moment it was held. */
  size: number | undefined
  selection: Selection
  submittedAt: Uint32Array
  /** Cohort of a row, as in shared/pool/cohort.ts. */
  cohortOf: (row: number) => number
}

/**
 * The public result of a draw. An empty stream or a size of 0 gives a draw that invites nobody: no cutoff, no tie-break.
 * When everybody at the cutoff is invited there is no tie to break, and `tieBreak` is null.
 *
 * @param number 1 for the first draw of a run
 */
export function drawResult({ planned, size, selection, submittedAt, cohortOf }: HeldDraw, number: number): DrawResult {
  const { invited, cutoff, tieBreakRow, eligible } = selection
  const cohorts = new Int32Array(COHORTS)
  for (const row of invited) cohorts[cohortOf(row)] += 1
  return {
    number,
    date: planned.date,
    stream: planned.stream,
    size: size ?? null,
    minimumScore: planned.minimumScore ?? null,
    cutoff: cutoff < 0 ? null : cutoff,
    tieBreak: tieBreakRow < 0 ? null : formatInstant(submittedAt[tieBreakRow]),
    eligible,
    invited: invited.length,
    composition: compositionOf(cohorts),
  }
}
