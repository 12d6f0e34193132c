import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { ClientMessage, ServerMessage } from '../../shared/protocol/messages.ts'
import type { LinkState, RunListener, RunTransport } from './transport.ts'

/** Waits before each new attempt; the last one repeats. */
const BACK_OFF_MS = [250, 500, 1000, 2000, 4000, 8000] as const
const GOING_AWAY = 1000

/** The part of the browser's WebSocket this file uses; the tests pass the one of Node's `ws`. */
export type SocketFactory = (url: string) => WebSocket

const browserSocket: SocketFactory = (url) => new WebSocket(url)

const endsTheRun = (message: ServerMessage): boolean => {
  const state = message.type === 'snapshot' ? message.status : message.type
  return state === 'finished' || state === 'failed' || state === 'cancelled'
}

/**
 * Follows a run over its websocket. When the line drops it dials again, waiting a little longer each time, and asks for
 * what came after the last frame it saw (`?from=SEQ`), so that no draw is lost.
 */
export class WebsocketTransport implements RunTransport {
  readonly #streamUrl: string
  readonly #listener: RunListener
  readonly #open: SocketFactory
  #socket: WebSocket | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastSeq: number | undefined
  #attempts = 0
  #done = false

  constructor(streamUrl: string, listener: RunListener, open: SocketFactory = browserSocket) {
    this.#streamUrl = streamUrl
    this.#listener = listener
    this.#open = open
    this.#dial('connecting')
  }

  send(message: ClientMessage): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(message))
  }

  close(): void {
    this.#done = true
    clearTimeout(this.#timer)
    this.#socket?.close(GOING_AWAY)
    this.#listener.onLink('closed')
  }

  #dial(state: LinkState): void {
    this.#listener.onLink(state)
    const from = this.#lastSeq === undefined ? '' : `?from=${this.#lastSeq}`
    const socket = this.#open(`${this.#streamUrl}${from}`)
    this.#socket = socket
    socket.onopen = () => this.#listener.onLink('open')
    socket.onmessage = (event) => this.#receive(JSON.parse(String(event.data)))
    socket.onclose = (event) => this.#lost(event.code)
  }

  #receive(message: ServerMessage): void {
    if (this.#done) return
    this.#attempts = 0
    this.#lastSeq = Math.max(this.#lastSeq ?? 0, message.seq)
    this.#listener.onMessage(message)
    if (endsTheRun(message)) this.close()
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

/** The websocket of a run on the server this page came from. */
export function openRunStream(runId: string, listener: RunListener): RunTransport {
  const url = new URL(`/api/runs/${encodeURIComponent(runId)}/stream`, window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebsocketTransport(url.href, listener)
}
