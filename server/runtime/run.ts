import type { Worker } from 'node:worker_threads'
import type { ErrorCode } from '../../shared/lib/errors.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { ClientMessage, SnapshotMessage } from '../../shared/protocol/messages.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { SimulationEvent } from '../../shared/schema/event.ts'
import type { RunStatus } from '../../shared/schema/run.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { EventLog, type LoggedMessage } from './eventLog.ts'
import { Reader, type ReaderSocket } from './reader.ts'
import { RunState } from './runState.ts'
import type { FromWorker, ToWorker } from './workerMessages.ts'

export interface RunOptions {
  id: string
  scenario: Scenario
  seed: string
  /** Published draws that were imported; the bundled ones when absent. */
  history?: readonly PublishedDraw[]
  /** Simulated days a second. */
  speed: number
  paused: boolean
  worker: Worker
  readersLimit: number
  /** Told what ended the worker, in full; readers get a sentence without internals. */
  onWorkerError(error: Error): void
}

/**
 * One run: the worker that plays it, what it has said, and who reads along.
 *
 * preparing -> running <-> paused -> finished | failed | cancelled
 */
export class Run {
  readonly id: string
  readonly scenario: Scenario
  readonly seed: string
  readonly createdAt: Date = new Date()
  readonly state = new RunState()
  readonly #log = new EventLog()
  readonly #readers = new Set<Reader>()
  readonly #worker: Worker
  readonly #options: RunOptions
  #status: RunStatus = 'preparing'
  #speed: number
  #failure: SnapshotMessage['failure'] = null
  #seenAtMs = performance.now()

  constructor(options: RunOptions) {
    this.#options = options
    this.id = options.id
    this.scenario = options.scenario
    this.seed = options.seed
    this.#speed = options.speed
    this.#worker = options.worker
    this.#worker.on('message', (message: FromWorker) => this.#hear(message))
    this.#worker.on('error', (error) => this.#workerBroke(error))
    this.#worker.on('exit', () => this.#workerBroke(new Error('the worker ended before its run')))
    const { scenario, seed, history, speed, paused } = options
    this.#tell({ type: 'start', scenario, seed, history, speed, paused })
  }

  get status(): RunStatus {
    return this.#status
  }

  get readers(): number {
    return this.#readers.size
  }

  /** Has a worker, that is: counts towards the limit of runs. */
  get isActive(): boolean {
    return this.#status === 'preparing' || this.#status === 'running' || this.#status === 'paused'
  }

  /** Milliseconds since somebody last read along or asked; 0 while there are readers. */
  get unseenMs(): number {
    return this.#readers.size > 0 ? 0 : performance.now() - this.#seenAtMs
  }

  /** Notes that somebody asked for this run. */
  touch(): void {
    this.#seenAtMs = performance.now()
  }

  /**
   * Sends everything about this run to a websocket: a snapshot first, or with `from` what follows that frame.
   * Closes it instead when `from` is a frame that this run has not sent, or when there are too many readers.
   */
  join(socket: ReaderSocket, from?: number): void {
    const reader = new Reader({
      socket,
      log: this.#log,
      obey: (command) => this.obey(command),
      left: () => this.#leave(reader),
    })
    if (from !== undefined && from > this.#log.newestSeq) {
      reader.close(closeCodes.policy, `from is ${from}; the newest frame of this run is ${this.#log.newestSeq}`)
    } else if (this.#readers.size >= this.#options.readersLimit) {
      reader.close(closeCodes.tryAgainLater, `the run already has ${this.#readers.size} readers`)
    } else {
      this.#readers.add(reader)
      if (from === undefined) reader.sendSnapshot(JSON.stringify(this.#snapshot()), this.#log.newestSeq)
      else reader.continueAfter(from)
    }
  }

  obey(command: ClientMessage): void {
    if (!this.isActive) return
    if (command.type === 'cancel') {
      this.#end('cancelled', { type: 'cancelled', date: this.#date })
      return
    }
    if (command.type === 'speed') this.#speed = command.daysPerSecond
    this.#tell(command as ToWorker)
  }

  /** Drops readers of whom nothing was heard for `silentMs`. */
  checkReaders(silentMs: number): void {
    for (const reader of this.#readers) reader.check(silentMs)
  }

  /** Ends the worker and says goodbye to the readers; resolves when the worker is gone. */
  async close(code: number, reason: string): Promise<void> {
    if (this.isActive) this.#status = 'cancelled'
    for (const reader of this.#readers) reader.close(code, reason)
    await this.#worker.terminate()
  }

  get #date(): string | null {
    return this.state.latestDay?.date ?? null
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  #leave(reader: Reader): void {
    if (this.#readers.delete(reader)) this.touch()
  }

  #hear(message: FromWorker): void {
    if (!this.isActive) return
    if (message.type === 'events') this.#takeEvents(message.events)
    else if (message.type === 'failed') this.#fail(message.code, message.message)
    else {
      this.#status = message.type === 'paused' ? 'paused' : 'running'
      this.#say(message)
    }
  }

  #takeEvents(events: readonly SimulationEvent[]): void {
    for (const event of events) {
      this.state.take(event)
      this.#log.append(event)
      if (event.type === 'started') this.#status = 'running'
      else if (event.type === 'finished') this.#status = 'finished'
    }
    this.#sendNews()
    if (!this.isActive) void this.#worker.terminate()
  }

  #workerBroke(error: Error & { code?: string }): void {
    if (!this.isActive) return
    this.#options.onWorkerError(error)
    const cause =
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'needed more memory than one run may have' : 'met an unexpected error'
    this.#fail('EE_RUN_FAILED', `The simulation ${cause} and was stopped. Other runs are not affected.`)
  }

  #fail(code: ErrorCode, message: string): void {
    this.#failure = { code, message }
    this.#end('failed', { type: 'failed', code, message })
  }

  #end(status: RunStatus, lastWords: LoggedMessage): void {
    this.#status = status
    this.#say(lastWords)
    void this.#worker.terminate()
  }

  #say(message: LoggedMessage): void {
    this.#log.append(message)
    this.#sendNews()
  }

  #sendNews(): void {
    for (const reader of this.#readers) reader.sendNews()
  }

  #snapshot(): SnapshotMessage {
    return {
      type: 'snapshot',
      seq: this.#log.newestSeq,
      runId: this.id,
      status: this.#status,
      speed: this.#speed,
      ...this.state.content,
      failure: this.#failure,
    }
  }
}
