import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { EnsembleClientMessage, EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import { type EnsembleView, emptyEnsembleView, reduceEnsemble } from '../engine/ensembleView.ts'
import { type LiveState, LiveStore } from '../engine/liveStore.ts'
import { useBackend } from './useBackend.ts'

export interface FollowedEnsemble extends LiveState<EnsembleView> {
  send(message: EnsembleClientMessage): void
}

/** Follows an ensemble while the component is on the page. */
export function useEnsemble(ensembleId: string): FollowedEnsemble {
  const backend = useBackend()
  const store = useMemo(
    () =>
      new LiveStore<EnsembleView, EnsembleServerMessage, EnsembleClientMessage>({
        empty: emptyEnsembleView,
        reduce: reduceEnsemble,
        open: (listener) => backend.openEnsemble(ensembleId, listener),
      }),
    [backend, ensembleId],
  )
  // Each redraw costs what a future costs; the workers need the time more than the eye does.
  useEffect(() => store.setRefresh('once-a-second'), [store])
  useEffect(() => store.open(), [store])
  const state = useSyncExternalStore(store.subscribe, store.state)
  return { ...state, send: store.send }
}
