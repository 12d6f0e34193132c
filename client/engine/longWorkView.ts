import type { EnsembleInfo, EnsembleProgress } from '../../shared/schema/ensemble.ts'

type Status = EnsembleInfo['status']

/** What is said of every kind of them. */
export interface LongWorkInfo {
  status: Status
  /** Why it failed; null when it did not. */
  failure: { code: string; message: string } | null
  progress: EnsembleProgress
}

/** All a page knows of something that takes long. `joining` = nothing was heard of it yet. */
export interface LongWorkView<Info, Result> {
  status: 'joining' | Status
  /** Newest frame seen; -1 before the first. */
  seq: number
  info: Info | null
  progress: EnsembleProgress | null
  /** What was found so far; null before there is anything to say. */
  result: Result | null
  failure: { code: string; message: string } | null
}

/** What its websocket says: `shared/protocol/longWorkMessages.ts`. */
export type LongWorkMessage<Info, Result> =
  | { type: 'started'; seq: number; info: Info; result: Result | null }
  | { type: 'progress' | 'finished'; seq: number; progress: EnsembleProgress; result: Result }
  | { type: 'cancelled'; seq: number; progress: EnsembleProgress; result: Result | null }
  | { type: 'failed'; seq: number; code: string; message: string }

export const emptyLongWorkView: LongWorkView<never, never> = {
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
export function reduceLongWork<Info extends LongWorkInfo, Result>(
  view: LongWorkView<Info, Result>,
  message: LongWorkMessage<Info, Result>,
): LongWorkView<Info, Result> {
  if (message.type === 'started') {
    const { seq, info, result } = message
    return { status: info.status, seq, info, progress: info.progress, result, failure: info.failure }
  }
  if (message.seq <= view.seq) return view
  const { seq } = message
  if (message.type === 'failed') {
    return { ...view, seq, status: 'failed', failure: { code: message.code, message: message.message } }
  }
  const status = message.type === 'progress' ? 'running' : message.type
  return { ...view, seq, status, progress: message.progress, result: message.result ?? view.result }
}
