import type { EnsembleProgress } from '../schema/ensemble.ts'
import type { EnsembleOutcome } from './ensembleRun.ts'

/** Most of the time of whoever tells how far a work is that goes into telling it. */
export const SHARE_OF_SAYING = 0.05

/** Something that takes long and finds out more and more: an ensemble, a comparison, an instrument. */
export interface LongWork<Result> {
  readonly outcome: Promise<EnsembleOutcome>
  readonly progress: EnsembleProgress
  /** What was found so far; null before there is anything to say. */
  result(): Result | null
  cancel(): void
}
