import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { ServerMessage } from '../../shared/protocol/messages.ts'
import type { LinkState, Listener, Transport } from './transport.ts'

/** Waits before each new attempt; the last one repeats. */
const BACK_OFF_MS = [250, 500, 1000, 2000, 4000, 8000] as const
const GOING_AWAY = 1000

/** The part of the browser's WebSocket this file uses; the tests pass the one of Node's `ws`. */
export type SocketFactory = (url: string) => WebSocket

const browserSocket: SocketFactory = (url) => new WebSocket(url)

/** After such a message of a run nothing follows. */
export function runEnds(message: ServerMessage): boolean {
  const state = message.type === 'snapshot' ? message.status : message.type
  return state === 'finished' || state === 'failed' || state === 'cancelled'
}

/** What tells the end of an ensemble, a comparison or an instrument. */
export interface LongWorkEnd {
  type: 'started' | 'progress' | 'finished' | 'cancelled' | 'failed'
  seq: number
}

/** After such a message of one of them nothing follows. */
export const longWorkEnds = ({ type }: LongWorkEnd): boolean =>
  type === 'finished' || type === 'failed' || type === 'cancelled'

export interface WebsocketOptions<Message> {
  url: string
  listener: Listener<Message>
  isLast(message: Message): boolean
  /** After a break it asks for what came after the last frame it saw, with `?from=SEQ`; otherwise it joins anew. */
  resumes: boolean
  open?: SocketFactory
}

/**
 * Follows a run or an ensemble over its websocket. When the line drops it dials again, waiting a little longer each time;
 * of a run it asks for what it missed, so that no draw is lost.
 */
export class WebsocketTransport<Message extends { seq: number }, Command> implements Transport<Command> {
  readonly #options: WebsocketOptions<Message>
  readonly #listener: Listener<Message>
  readonly #open: SocketFactory
  #socket: WebSocket | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastSeq: number | undefined
  #attempts = 0
  #done = false

  constructor(options: WebsocketOptions<Message>) {
    this.#options = options
    this.#listener = options.listener
    this.#open = options.open ?? browserSocket
    this.#dial('connecting')
  }

  send(command: Command): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(command))
  }

  close(): void {
    this.#done = true
    clearTimeout(this.#timer)
    this.#socket?.close(GOING_AWAY)
    this.#listener.onLink('closed')
  }

  #dial(state: LinkState): void {
    this.#listener.onLink(state)
    const { url, resumes } = this.#options
    const from = resumes && this.#lastSeq !== undefined ? `?from=${this.#lastSeq}` : ''
    const socket = this.#open(`${url}${from}`)
    this.#socket = socket
    socket.onopen = () => this.#listener.onLink('open')
    socket.onmessage = (event) => this.#receive(JSON.parse(String(event.data)))
    socket.onclose = (event) => this.#lost(event.code)
    // An error is always followed by `close`, which says all we need; unheard, Node's `ws` would throw it at the process.
    socket.onerror = () => {}
  }

  #receive(message: Message): void {
    if (this.#done) return
    this.#attempts = 0
    this.#lastSeq = Math.max(this.#lastSeq ?? 0, message.seq)
    this.#listener.onMessage(message)
    if (this.#options.isLast(message)) this.close()
  }

  #lost(code: number): void {
    if (this.#done) return
    // The server refuses a position it has never reached: start over with a snapshot.
    if (code === closeCodes.policy) this.#lastSeq = undefined
    const waitMs = BACK_OFF_MS[Math.min(this.#attempts, BACK_OFF_MS.length - 1)]
    this.#attempts += 1
    this.#listener.onLink('waiting')
    this.#timer = setTimeout(() => this.#dial('waiting'), waitMs)
  }
}
