import type { EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import type { EnsembleInfo, EnsembleProgress, EnsembleResult } from '../../shared/schema/ensemble.ts'

/** All a page knows of an ensemble. `joining` = nothing was heard of it yet. */
export interface EnsembleView {
  status: 'joining' | EnsembleInfo['status']
  /** Newest frame seen; -1 before the first. */
  seq: number
  info: EnsembleInfo | null
  progress: EnsembleProgress | null
  /** What the replications done so far say; null before the first. */
  result: EnsembleResult | null
  failure: { code: string; message: string } | null
}

export const emptyEnsembleView: EnsembleView = {
  status: 'joining',
  seq: -1,
  info: null,
  progress: null,
  result: null,
  failure: null,
}

/**
 * The view after one more message. Pure. `started` comes first to whoever joins, also again after a break, and replaces
 * what was known; any other frame that is not newer changes nothing.
 */
export function reduceEnsemble(view: EnsembleView, message: EnsembleServerMessage): EnsembleView {
  if (message.type === 'started') {
    const { seq, info, result } = message
    return { status: info.status, seq, info, progress: info.progress, result, failure: null }
  }
  if (message.seq <= view.seq) return view
  const { seq } = message
  if (message.type === 'failed') {
    return { ...view, seq, status: 'failed', failure: { code: message.code, message: message.message } }
  }
  const status = message.type === 'progress' ? 'running' : message.type
  return { ...view, seq, status, progress: message.progress, result: message.result ?? view.result }
}

/** Fewer futures than were asked for: everything shown is provisional. */
export const isPartial = ({ result, progress }: EnsembleView): boolean =>
  result !== null && progress !== null && result.runs < progress.runs
