import type { TSchema } from 'typebox'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import { type ReadableLog, Reader, type ReaderSocket } from './reader.ts'

export interface AudienceOptions<Command> {
  log: ReadableLog
  /** Schema of what a reader may say. */
  commands: TSchema
  obey(command: Command): void
  /** Most readers at a time. */
  limit: number
}

/** Everybody who reads along with one run or ensemble, and how long nobody did. */
export class Audience<Command> {
  readonly #options: AudienceOptions<Command>
  readonly #readers = new Set<Reader<Command>>()
  #seenAtMs = performance.now()

  constructor(options: AudienceOptions<Command>) {
    this.#options = options
  }

  get size(): number {
    return this.#readers.size
  }

  /** Milliseconds since somebody last read along or asked; 0 while there are readers. */
  get unseenMs(): number {
    return this.#readers.size > 0 ? 0 : performance.now() - this.#seenAtMs
  }

  /** Notes that somebody asked. */
  touch(): void {
    this.#seenAtMs = performance.now()
  }

  /** A reader on that websocket, who has not been sent anything yet; undefined when there are too many: it is closed. */
  admit(socket: ReaderSocket): Reader<Command> | undefined {
    const { log, commands, obey, limit } = this.#options
    const reader = new Reader<Command>({ socket, log, commands, obey, left: () => this.#leave(reader) })
    if (this.#readers.size >= limit) {
      reader.close(closeCodes.tryAgainLater, `there are already ${this.#readers.size} readers`)
      return undefined
    }
    this.#readers.add(reader)
    return reader
  }

  /** Sends what the log has that readers have not seen, as far as the network takes it. */
  sendNews(): void {
    for (const reader of this.#readers) reader.sendNews()
  }

  /** Drops readers of whom nothing was heard for `silentMs`. */
  check(silentMs: number): void {
    for (const reader of this.#readers) reader.check(silentMs)
  }

  close(code: number, reason: string): void {
    for (const reader of this.#readers) reader.close(code, reason)
  }

  #leave(reader: Reader<Command>): void {
    if (this.#readers.delete(reader)) this.touch()
  }
}
