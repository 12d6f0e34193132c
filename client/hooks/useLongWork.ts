import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { LongWorkClientMessage } from '../../shared/protocol/longWorkMessages.ts'
import { type LiveState, LiveStore } from '../engine/liveStore.ts'
import {
  emptyLongWorkView,
  type LongWorkInfo,
  type LongWorkMessage,
  type LongWorkView,
  reduceLongWork,
} from '../engine/longWorkView.ts'
import type { OpenLongWork } from '../engine/transport.ts'

/** Something that takes long, as it stands, and the way to tell it something. */
export interface FollowedWork<Info, Result> extends LiveState<LongWorkView<Info, Result>> {
  send(message: LongWorkClientMessage): void
}

/** Follows a comparison or an instrument while the component is on the page. */
export function useLongWork<Info extends LongWorkInfo, Result>(
  open: OpenLongWork<LongWorkMessage<Info, Result>>,
  id: string,
): FollowedWork<Info, Result> {
  const store = useMemo(
    () =>
      new LiveStore<LongWorkView<Info, Result>, LongWorkMessage<Info, Result>, LongWorkClientMessage>({
        empty: emptyLongWorkView,
        reduce: reduceLongWork,
        open: (listener) => open(id, listener),
      }),
    [open, id],
  )
  useEffect(() => store.open(), [store])
  const state = useSyncExternalStore(store.subscribe, store.state)
  return { ...state, send: store.send }
}
