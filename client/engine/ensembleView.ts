import type { EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import type { EnsembleInfo, EnsembleResult } from '../../shared/schema/ensemble.ts'
import { emptyLongWorkView, type LongWorkView, reduceLongWork } from './longWorkView.ts'

/** All a page knows of an ensemble. */
export type EnsembleView = LongWorkView<EnsembleInfo, EnsembleResult>

export const emptyEnsembleView: EnsembleView = emptyLongWorkView

/** The view after one more message. Pure. */
export const reduceEnsemble = (view: EnsembleView, message: EnsembleServerMessage): EnsembleView =>
  reduceLongWork<EnsembleInfo, EnsembleResult>(view, message)

/** Fewer futures than were asked for: everything shown is provisional. */
export const isPartial = ({ result, progress }: EnsembleView): boolean =>
  result !== null && progress !== null && result.runs < progress.runs
