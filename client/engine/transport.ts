import type { ClientMessage, ServerMessage } from '../../shared/protocol/messages.ts'

/** `waiting` = the line dropped and is being dialled again; `closed` = the run is over or nobody listens any more. */
export type LinkState = 'connecting' | 'open' | 'waiting' | 'closed'

export interface RunListener {
  onMessage(message: ServerMessage): void
  onLink(state: LinkState): void
}

/** How a page follows and steers one run, wherever that run is computed. */
export interface RunTransport {
  /** Says nothing when the line is down; the controls are disabled then. */
  send(message: ClientMessage): void
  close(): void
}

export type OpenTransport = (runId: string, listener: RunListener) => RunTransport
