import { WebSocket } from 'ws'
import type { ClientMessage, ServerMessage } from '../../shared/protocol/messages.ts'

interface Numbered {
  type: string
  seq: number
}

/** A reader of a run (or an ensemble) as a program would write it: keeps what it was sent and waits for what a test needs. */
export class Follower<Message extends Numbered = ServerMessage, Said = ClientMessage> {
  readonly messages: Message[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  readonly #socket: WebSocket
  #waiting: (() => void)[] = []

  /** @param path `/api/runs/ID/stream` with or without `?from=` */
  constructor(address: string, path: string) {
    this.#socket = new WebSocket(`${address.replace('http', 'ws')}${path}`)
    this.#socket.on('message', (content) => {
      this.messages.push(JSON.parse(content.toString()))
      for (const look of this.#waiting.splice(0)) look()
    })
    this.closed = new Promise((resolve, reject) => {
      this.#socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
      this.#socket.on('error', reject)
    })
    this.closed.catch(() => {})
  }

  get lastSeq(): number {
    return this.messages.at(-1)?.seq ?? 0
  }

  all<Type extends Message['type']>(type: Type): Extract<Message, { type: Type }>[] {
    return this.messages.filter((message): message is Extract<Message, { type: Type }> => message.type === type)
  }

  say(message: Said): void {
    this.sayText(JSON.stringify(message))
  }

  sayText(content: string | Buffer): void {
    this.#socket.send(content)
  }

  /** The first message from position `start` on that `fits`; fails after `limitMs`. */
  async until(fits: (message: Message) => boolean, start = 0, limitMs = 60_000): Promise<Message> {
    const deadline = performance.now() + limitMs
    for (;;) {
      const found = this.messages.slice(start).find(fits)
      if (found) return found
      const left = deadline - performance.now()
      if (left <= 0) throw new Error(`not sent within ${limitMs} ms; last: ${JSON.stringify(this.messages.at(-1))}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#waiting.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }

  async untilType<Type extends Message['type']>(
    type: Type,
    start = 0,
    limitMs?: number,
  ): Promise<Extract<Message, { type: Type }>> {
    const message = await this.until((one) => one.type === type, start, limitMs)
    return message as Extract<Message, { type: Type }>
  }

  /** Cuts the connection as a lost network does, without saying goodbye. */
  drop(): void {
    this.#socket.terminate()
  }

  close(): void {
    this.#socket.close()
  }
}
