import type { EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import type { LongWorkClientMessage } from '../../shared/protocol/longWorkMessages.ts'
import type { ClientMessage, ServerMessage } from '../../shared/protocol/messages.ts'

/** `waiting` = the line dropped and is being dialled again; `closed` = it is over or nobody listens any more. */
export type LinkState = 'connecting' | 'open' | 'waiting' | 'closed'

export interface Listener<Message> {
  onMessage(message: Message): void
  onLink(state: LinkState): void
}

/** How a page follows and steers a run or an ensemble, wherever it is computed. */
export interface Transport<Command> {
  /** Says nothing when the line is down; the controls are disabled then. */
  send(command: Command): void
  close(): void
}

export type RunListener = Listener<ServerMessage>
export type RunTransport = Transport<ClientMessage>
export type OpenRun = (runId: string, listener: RunListener) => RunTransport

/** Follows something that takes long. */
export type OpenLongWork<Message> = (id: string, listener: Listener<Message>) => Transport<LongWorkClientMessage>

export type OpenEnsemble = OpenLongWork<EnsembleServerMessage>
