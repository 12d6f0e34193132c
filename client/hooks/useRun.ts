import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ClientMessage } from '../../shared/protocol/messages.ts'
import { openRunStream } from '../engine/connection.ts'
import { type RefreshRate, type RunState, RunStore } from '../engine/runStore.ts'

export interface FollowedRun extends RunState {
  send(message: ClientMessage): void
}

/** Follows a run while the component is on the page, drawing it again at most at the given rate. */
export function useRun(runId: string, refresh: RefreshRate): FollowedRun {
  const store = useMemo(() => new RunStore(runId, openRunStream), [runId])
  useEffect(() => store.open(), [store])
  useEffect(() => store.setRefresh(refresh), [store, refresh])
  const state = useSyncExternalStore(store.subscribe, store.state)
  return { ...state, send: store.send }
}
