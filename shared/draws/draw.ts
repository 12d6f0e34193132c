import { streamBit } from '../eligibility/streamBits.ts'
import { formatInstant } from '../lib/day.ts'
import type { Pool } from '../pool/columns.ts'
import type { DrawResult } from '../schema/draw.ts'
import type { PlannedDraw } from '../schema/scenario.ts'
import { compositionOf } from './composition.ts'
import { selectInvited } from './select.kernel.ts'

/** The outcome of a draw, and the rows it invites in the order of selection. */
export interface HeldDraw {
  result: DrawResult
  rows: Int32Array
}

/**
 * Holds a draw over rows `0` to `rowCount - 1` of the pool without changing anything.
 *
 * With a size only, the best `size` are invited; with a minimum score only, everybody from that score up; with both, at
 * most `size`, nobody below. An empty stream or a size of 0 gives a draw that invites nobody: no cutoff, no tie-break.
 * When everybody at the cutoff is invited there is no tie to break, and `tieBreak` is null.
 *
 * @param number 1 for the first draw of a run
 */
export function holdDraw(pool: Pool, rowCount: number, planned: PlannedDraw, number: number): HeldDraw {
  const { date, stream, size, minimumScore } = planned
  const selection = selectInvited(
    pool,
    rowCount,
    streamBit(stream),
    size ?? Number.POSITIVE_INFINITY,
    minimumScore ?? 0,
  )
  const { invited, cutoff, tieBreakRow, eligible } = selection
  return {
    rows: invited,
    result: {
      number,
      date,
      stream,
      size: size ?? null,
      minimumScore: minimumScore ?? null,
      cutoff: cutoff < 0 ? null : cutoff,
      tieBreak: tieBreakRow < 0 ? null : formatInstant(pool.submittedAt[tieBreakRow]),
      eligible,
      invited: invited.length,
      composition: compositionOf(pool, invited),
    },
  }
}
