import type { TSchema } from 'typebox'
import { received } from '../../shared/lib/errors.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import type { Frame } from './eventLog.ts'

/** The part of a `ws` socket that a reader uses. */
export interface ReaderSocket {
  /** Bytes handed over but not yet taken by the network. */
  readonly bufferedAmount: number
  send(text: string, sent: () => void): void
  ping(): void
  close(code: number, reason: string): void
  terminate(): void
  on(event: 'message', listener: (content: { toString(): string }, isBinary: boolean) => void): unknown
  on(event: 'pong' | 'close', listener: () => void): unknown
}

/** Above this many unsent bytes nothing more is handed to the socket; below the second one sending goes on. */
const HIGH_WATER_BYTES = 64 * 1024
const LOW_WATER_BYTES = 16 * 1024
/** Frames taken from the log in one go. */
const FRAMES_AT_ONCE = 32
/** A reader who may say more than this in a second is not a person. */
const MESSAGES_PER_SECOND = 40
/** How long a closing socket is given to say goodbye. */
const CLOSE_MS = 500
/** A close frame holds 123 bytes of reason; cut a little earlier, for a character may be cut in two. */
const REASON_BYTES = 120

/** What was said so far, as far as it is kept. */
export interface ReadableLog {
  /** Number of the newest frame. */
  readonly newestSeq: number
  /** The next `limit` frames still kept whose number is above `seq`, in order. */
  after(seq: number, limit: number): Frame[]
}

export interface ReaderOptions<Command> {
  socket: ReaderSocket
  log: ReadableLog
  /** Schema of what a reader may say. */
  commands: TSchema
  obey(command: Command): void
  left(): void
}

/**
 * One websocket of a run or an ensemble. It keeps only its place in the log. When the network does not take what is sent, it stops
 * and reads on from the log once there is room: draws are all still there, of the days only the newest. So a reader who
 * never reads costs {@link HIGH_WATER_BYTES} and the frames that crossed it.
 */
export class Reader<Command = unknown> {
  readonly #options: ReaderOptions<Command>
  #seq = 0
  #closing = false
  #heardAtMs = performance.now()
  #secondStartedMs = 0
  #messagesThisSecond = 0

  constructor(options: ReaderOptions<Command>) {
    this.#options = options
    options.socket.on('message', (content, isBinary) => this.#hear(content.toString(), isBinary))
    options.socket.on('pong', () => this.#noteAlive())
    options.socket.on('close', () => {
      this.#closing = true
      options.left()
    })
  }

  /** Sends the state of the run up to `seq`; the log follows from there. */
  sendSnapshot(text: string, seq: number): void {
    this.#seq = seq
    this.#options.socket.send(text, this.#onSent)
  }

  /** Takes up after the last frame this reader saw in an earlier connection. */
  continueAfter(seq: number): void {
    this.#seq = seq
    this.sendNews()
  }

  /** Sends what the log has that this reader has not seen, as far as the network takes it. */
  sendNews(): void {
    const { socket, log } = this.#options
    while (!this.#closing && this.#seq < log.newestSeq && socket.bufferedAmount < HIGH_WATER_BYTES) {
      for (const frame of log.after(this.#seq, FRAMES_AT_ONCE)) {
        this.#seq = frame.seq
        socket.send(frame.text, this.#onSent)
      }
    }
  }

  /** Asks for a sign of life. Closes when there was none for `silentMs`, as of somebody who never reads. */
  check(silentMs: number): void {
    if (this.#closing) return
    if (performance.now() - this.#heardAtMs > silentMs) {
      this.close(closeCodes.tryAgainLater, 'nothing was heard or read for too long')
    } else this.#options.socket.ping()
  }

  close(code: number, reason: string): void {
    if (this.#closing) return
    this.#closing = true
    const { socket } = this.#options
    socket.close(code, Buffer.from(reason).subarray(0, REASON_BYTES).toString())
    const goodbye = setTimeout(() => socket.terminate(), CLOSE_MS)
    socket.on('close', () => clearTimeout(goodbye))
  }

  readonly #onSent = (): void => {
    if (this.#options.socket.bufferedAmount < LOW_WATER_BYTES) this.sendNews()
  }

  #noteAlive(): void {
    this.#heardAtMs = performance.now()
  }

  #hear(text: string, isBinary: boolean): void {
    this.#noteAlive()
    if (this.#closing) return
    if (this.#isTalkingTooMuch()) {
      this.close(closeCodes.policy, `more than ${MESSAGES_PER_SECOND} messages a second`)
      return
    }
    const { commands, obey } = this.#options
    const { command, mistake } = isBinary ? { mistake: 'received bytes; expected text' } : readCommand(commands, text)
    if (mistake === undefined) obey(command as Command)
    else this.close(closeCodes.policy, mistake)
  }

  #isTalkingTooMuch(): boolean {
    const nowMs = performance.now()
    if (nowMs - this.#secondStartedMs > 1000) {
      this.#secondStartedMs = nowMs
      this.#messagesThisSecond = 0
    }
    this.#messagesThisSecond += 1
    return this.#messagesThisSecond > MESSAGES_PER_SECOND
  }
}

function readCommand(schema: TSchema, text: string): { command?: unknown; mistake?: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { mistake: `received ${received(text)}; expected JSON` }
  }
  const [issue] = shapeIssues(schema, value)
  return issue ? { mistake: `${issue.path} ${issue.message}` } : { command: value }
}
