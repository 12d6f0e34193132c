import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ComparisonServerMessage } from '../../shared/protocol/comparisonMessages.ts'
import type { LongWorkClientMessage } from '../../shared/protocol/longWorkMessages.ts'
import type { ComparisonInfo, ComparisonResult } from '../../shared/schema/comparison.ts'
import type { Comparisons } from '../engine/backend.ts'
import { type LiveState, LiveStore } from '../engine/liveStore.ts'
import { emptyLongWorkView, type LongWorkView, reduceLongWork } from '../engine/longWorkView.ts'

export type ComparisonView = LongWorkView<ComparisonInfo, ComparisonResult>

export interface FollowedComparison extends LiveState<ComparisonView> {
  send(message: LongWorkClientMessage): void
}

/** Follows a comparison while the component is on the page. */
export function useComparison(comparisons: Comparisons, id: string): FollowedComparison {
  const store = useMemo(
    () =>
      new LiveStore<ComparisonView, ComparisonServerMessage, LongWorkClientMessage>({
        empty: emptyLongWorkView,
        reduce: reduceLongWork<ComparisonInfo, ComparisonResult>,
        open: (listener) => comparisons.open(id, listener),
      }),
    [comparisons, id],
  )
  useEffect(() => store.open(), [store])
  const state = useSyncExternalStore(store.subscribe, store.state)
  return { ...state, send: store.send }
}
