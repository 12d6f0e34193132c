import type { ErrorCode } from '../lib/errors.ts'
import type { SnapshotMessage, UnnumberedMessage } from '../protocol/messages.ts'
import type { SimulationEvent } from '../schema/event.ts'
import type { RunStatus } from '../schema/run.ts'
import { RunState } from './runState.ts'
import type { FromWorker } from './workerMessages.ts'

/**
 * How a run stands, from what its worker has said; the same for a run on the server and one in the browser. Whoever keeps
 * it numbers the messages it gives and hands them to the readers.
 *
 * preparing -> running <-> paused -> finished | failed | cancelled
 */
export class RunRecord {
  readonly state = new RunState()
  /** Simulated days a second, as last asked for. */
  speed: number
  #status: RunStatus = 'preparing'
  #failure: SnapshotMessage['failure'] = null

  constructor(speed: number) {
    this.speed = speed
  }

  get status(): RunStatus {
    return this.#status
  }

  /** Why it failed; null when it did not. */
  get failure(): SnapshotMessage['failure'] {
    return this.#failure
  }

  /** Has something still to play. */
  get isActive(): boolean {
    return this.#status === 'preparing' || this.#status === 'running' || this.#status === 'paused'
  }

  /** Last simulated day; null before the first. */
  get date(): string | null {
    return this.state.latestDay?.date ?? null
  }

  /** Takes in what the worker says; gives what readers are to hear of it. Nothing after the end. */
  hear(message: FromWorker): readonly UnnumberedMessage[] {
    if (!this.isActive) return []
    if (message.type === 'events') return this.#take(message.events)
    if (message.type === 'failed') return [this.fail(message.code, message.message)]
    this.#status = message.type === 'paused' ? 'paused' : 'running'
    return [message]
  }

  fail(code: ErrorCode, message: string): UnnumberedMessage {
    this.#status = 'failed'
    this.#failure = { code, message }
    return { type: 'failed', code, message }
  }

  cancel(): UnnumberedMessage {
    this.#status = 'cancelled'
    return { type: 'cancelled', date: this.date }
  }

  /** The whole state, for somebody who joins after message number `seq`. */
  snapshot(runId: string, seq: number): SnapshotMessage {
    return {
      type: 'snapshot',
      seq,
      runId,
      status: this.#status,
      speed: this.speed,
      ...this.state.content,
      failure: this.#failure,
    }
  }

  #take(events: readonly SimulationEvent[]): readonly UnnumberedMessage[] {
    for (const event of events) {
      this.state.take(event)
      if (event.type === 'started') this.#status = 'running'
      else if (event.type === 'finished') this.#status = 'finished'
    }
    return events
  }
}
