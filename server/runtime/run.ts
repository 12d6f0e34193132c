import type { Worker } from 'node:worker_threads'
import { publishedDraws } from '../../shared/draws/history.ts'
import { RunRecord } from '../../shared/playback/runRecord.ts'
import type { FromWorker, ToWorker } from '../../shared/playback/workerMessages.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import { ClientMessage, type UnnumberedMessage } from '../../shared/protocol/messages.ts'
import type { RunInfo } from '../../shared/schema/api.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { DrawEvent, SimulationEvent } from '../../shared/schema/event.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import type { RunStatus } from '../../shared/schema/run.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { provenanceOf } from '../../shared/simulation/provenance.ts'
import { Audience } from './audience.ts'
import type { RunContent } from './endedRun.ts'
import { EventLog } from './eventLog.ts'
import type { ReaderSocket } from './reader.ts'
import { journalLineOf, type RunReplay } from './runJournal.ts'
import type { UnderWayEntry } from './underWayEntry.ts'
import type { KeptRequests } from './underWayRequest.ts'

export interface RunOptions {
  id: string
  scenario: Scenario
  seed: string
  /** Published draws that were imported; the bundled ones when absent. */
  history?: readonly PublishedDraw[]
  /** Simulated days a second. */
  speed: number
  paused: boolean
  createdAt: Date
  /** When this server went on with what an earlier one left. */
  resumedAt?: Date
  /** Where it is kept, for a server that is started again. */
  entry?: UnderWayEntry<KeptRequests['run']>
  /** What an earlier server told of it. */
  replay?: RunReplay
  worker: Worker
  readersLimit: number
  /** Keeps it when it is over; its readers are told of the end only then. */
  onEnd(run: Run): Promise<void>
  /** Told what ended the worker, in full; readers get a sentence without internals. */
  onWorkerError(error: Error): void
}

/** Where the websocket of a run is. */
export const runStream = (id: string): string => `/api/runs/${id}/stream`

/** One run: the worker that plays it, what it has said, and who reads along. */
export class Run {
  readonly id: string
  readonly #record: RunRecord
  readonly #log = new EventLog()
  readonly #audience: Audience<ClientMessage>
  readonly #worker: Worker
  readonly #options: RunOptions
  /** Until the simulation is where it was. */
  #replay: RunReplay | undefined

  constructor(options: RunOptions) {
    this.#options = options
    this.id = options.id
    if (options.replay && options.replay.events > 0) this.#replay = options.replay
    this.#record = new RunRecord(options.speed)
    this.#audience = new Audience({
      log: this.#log,
      commands: ClientMessage,
      obey: (command) => this.obey(command),
      limit: options.readersLimit,
    })
    this.#worker = options.worker
    this.#worker.on('message', (message: FromWorker) => this.#hear(message))
    this.#worker.on('error', (error) => this.#workerBroke(error))
    this.#worker.on('exit', () => this.#workerBroke(new Error('the worker ended before its run')))
    const { scenario, seed, history, speed, paused } = options
    this.#tell({ type: 'start', scenario, seed, history, speed, paused, told: this.#replay?.events })
  }

  get status(): RunStatus {
    return this.#record.status
  }

  get draws(): readonly DrawEvent[] {
    return this.#record.state.draws
  }

  /** Where its result comes from; undefined while its pool is being made. */
  get provenance(): Provenance | undefined {
    const { started } = this.#record.state
    if (!started) return undefined
    const { seed, rulesetId, asOf } = started
    return provenanceOf(
      this.#options.scenario,
      { seed, rulesetId, snapshot: { asOf } },
      this.#options.history ?? publishedDraws,
    )
  }

  get info(): RunInfo {
    const { id, scenario, seed, createdAt, resumedAt } = this.#options
    return {
      id,
      stream: runStream(id),
      status: this.status,
      scenarioId: scenario.id,
      title: scenario.title,
      seed,
      createdAt: createdAt.toISOString(),
      resumedAt: resumedAt?.toISOString() ?? null,
      failure: this.#record.failure,
      date: this.#record.date,
      draws: this.draws.length,
      readers: this.#audience.size,
    }
  }

  /** All that its readers can still be told, for the store. */
  get content(): RunContent {
    return {
      snapshot: this.#record.snapshot(this.id, this.#log.newestSeq),
      frames: this.#log.after(0),
      provenance: this.provenance,
    }
  }

  /** Has a worker, that is: counts towards the limit of runs. */
  get isActive(): boolean {
    return this.#record.isActive
  }

  /** Milliseconds since somebody last read along or asked; 0 while there are readers. */
  get unseenMs(): number {
    return this.#audience.unseenMs
  }

  /** Notes that somebody asked for this run. */
  touch(): void {
    this.#audience.touch()
  }

  /**
   * Sends everything about this run to a websocket: a snapshot first, or with `from` what follows that frame.
   * Closes it instead when `from` is a frame that this run has not sent, or when there are too many readers.
   */
  join(socket: ReaderSocket, from?: number): void {
    const reader = this.#audience.admit(socket)
    const { newestSeq } = this.#log
    const newestTold = Math.max(newestSeq, this.#replay?.frames ?? 0)
    if (!reader) return
    if (from === undefined) reader.sendSnapshot(JSON.stringify(this.#record.snapshot(this.id, newestSeq)), newestSeq)
    else if (from <= newestTold) reader.continueAfter(from)
    else reader.close(closeCodes.policy, `from is ${from}; the newest frame of this run is ${newestTold}`)
  }

  obey(command: ClientMessage): void {
    if (!this.isActive) return
    if (command.type === 'cancel') {
      this.#say([this.#record.cancel()])
      return
    }
    if (command.type === 'speed') {
      this.#record.speed = command.daysPerSecond
      this.#options.entry?.note({ speed: command.daysPerSecond })
    }
    this.#tell(command as ToWorker)
  }

  /** Drops readers of whom nothing was heard for `silentMs`. */
  checkReaders(silentMs: number): void {
    this.#audience.check(silentMs)
  }

  /** Ends the worker and says goodbye to the readers; resolves when the worker is gone. */
  async close(code: number, reason: string): Promise<void> {
    const { isActive } = this
    this.#options.entry?.remove()
    const gone = this.suspend(code, reason)
    if (isActive) await this.#options.onEnd(this)
    await gone
  }

  /** The same, but what is kept of it stays: a server that is started again goes on with it. */
  async suspend(code: number, reason: string): Promise<void> {
    if (this.isActive) this.#record.cancel()
    this.#audience.close(code, reason)
    await this.#worker.terminate()
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  #hear(message: FromWorker): void {
    if (!this.isActive) return
    if (this.#replay && message.type === 'events') this.#tellAgain(this.#replay, message.events)
    else this.#tellNew(message)
  }

  #tellNew(message: FromWorker): void {
    const line = journalLineOf(message)
    if (line) this.#options.entry?.note(line)
    this.#say(this.#record.hear(message))
  }

  /** Puts the run where it was: the events that were told before, with the pauses between them, under the same numbers. */
  #tellAgain(replay: RunReplay, events: readonly SimulationEvent[]): void {
    for (const message of replay.messages(events)) {
      for (const told of this.#record.hear(message)) this.#log.append(told)
    }
    this.#endReplay()
    this.#say([])
    if (this.#options.paused && this.status === 'running') this.#tellNew({ type: 'paused', date: this.#record.date })
  }

  #endReplay(): void {
    this.#log.skipTo(this.#replay?.frames ?? 0)
    this.#replay = undefined
  }

  #workerBroke(error: Error & { code?: string }): void {
    if (!this.isActive) return
    this.#options.onWorkerError(error)
    const cause =
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'needed more memory than one run may have' : 'met an unexpected error'
    const message = `The simulation ${cause} and was stopped. Other runs are not affected.`
    this.#say([this.#record.fail('EE_RUN_FAILED', message)])
  }

  /** Logs the messages and sends them on. */
  #say(messages: readonly UnnumberedMessage[]): void {
    this.#endReplay()
    for (const message of messages) this.#log.append(message)
    if (this.isActive) this.#audience.sendNews()
    else void this.#end()
  }

  /** Who is told of the end finds it ended: what was kept of it under way is gone, and the whole is in the store. */
  async #end(): Promise<void> {
    void this.#worker.terminate()
    await this.#options.onEnd(this)
    this.#options.entry?.remove()
    this.#audience.sendNews()
  }
}
