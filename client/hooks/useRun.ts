import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ClientMessage, ServerMessage } from '../../shared/protocol/messages.ts'
import { type LiveState, LiveStore, type RefreshRate } from '../engine/liveStore.ts'
import { emptyRunView, type RunView, reduceRun } from '../engine/runView.ts'
import { useBackend } from './useBackend.ts'

export interface FollowedRun extends LiveState<RunView> {
  send(message: ClientMessage): void
}

/** Follows a run while the component is on the page, drawing it again at most at the given rate. */
export function useRun(runId: string, refresh: RefreshRate): FollowedRun {
  const backend = useBackend()
  const store = useMemo(
    () =>
      new LiveStore<RunView, ServerMessage, ClientMessage>({
        empty: emptyRunView,
        reduce: reduceRun,
        open: (listener) => backend.openRun(runId, listener),
      }),
    [backend, runId],
  )
  useEffect(() => store.open(), [store])
  useEffect(() => store.setRefresh(refresh), [store, refresh])
  const state = useSyncExternalStore(store.subscribe, store.state)
  return { ...state, send: store.send }
}
