import {
  type EnsembleOutcome,
  EnsembleRun,
  type EnsembleRunOptions,
  type EnsembleStatus,
  failureOf,
} from '../../shared/playback/ensembleRun.ts'
import { EnsembleClientMessage, type EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import type { EnsembleInfo, EnsembleResult } from '../../shared/schema/ensemble.ts'
import { Audience } from './audience.ts'
import { serverClock } from './clock.ts'
import type { EnsembleContent } from './endedEnsemble.ts'
import { NewestFrame } from './newestFrame.ts'
import type { ReaderSocket } from './reader.ts'
import type { UnderWayEntry } from './underWayEntry.ts'

/** Shortest time between two `progress` frames. */
const PROGRESS_MS = 250
/** Time between two checkpoints: as much is computed again after a server was killed. */
const CHECKPOINT_MS = 10_000

export interface EnsembleOptions extends Omit<EnsembleRunOptions, 'onProgress' | 'clock'> {
  id: string
  createdAt: Date
  /** When this server went on with what an earlier one left. */
  resumedAt?: Date
  /** Where it is kept, for a server that is started again. */
  entry?: UnderWayEntry
  readersLimit: number
  /** Keeps it when it is over; its readers are told of the end only then. */
  onEnd(ensemble: Ensemble): Promise<void>
}

type WithoutSeq<Message> = Message extends unknown ? Omit<Message, 'seq'> : never
type UnnumberedMessage = WithoutSeq<EnsembleServerMessage>

/** Where the websocket of an ensemble is. */
export const ensembleStream = (id: string): string => `/api/ensembles/${id}/stream`

/** One ensemble of a server: its run, and who follows it. */
export class Ensemble {
  readonly id: string
  /** Resolves when it is over, after its readers were told. */
  readonly ended: Promise<void>
  readonly #options: EnsembleOptions
  readonly #run: EnsembleRun
  readonly #log = new NewestFrame()
  readonly #audience: Audience<EnsembleClientMessage>
  #outcome: EnsembleOutcome | undefined
  #saidAtMs = Number.NEGATIVE_INFINITY
  #savedAtMs = performance.now()
  #isSuspended = false
  #timer: NodeJS.Timeout | undefined

  constructor(options: EnsembleOptions) {
    this.#options = options
    this.id = options.id
    this.#audience = new Audience({
      log: this.#log,
      commands: EnsembleClientMessage,
      obey: () => this.#run.cancel(),
      limit: options.readersLimit,
    })
    this.#run = new EnsembleRun({ ...options, clock: serverClock, onProgress: () => this.#progressed() })
    this.ended = this.#run.outcome.then((outcome) => this.#end(outcome))
  }

  get status(): EnsembleStatus {
    return this.#outcome?.status ?? 'running'
  }

  /** Has threads, that is: counts towards the limit of ensembles. */
  get isActive(): boolean {
    return this.#outcome === undefined
  }

  /** Milliseconds since somebody last followed or asked; 0 while there are readers. */
  get unseenMs(): number {
    return this.#audience.unseenMs
  }

  get info(): EnsembleInfo {
    const { plan, createdAt, resumedAt } = this.#options
    const { settings } = plan
    return {
      id: this.id,
      stream: ensembleStream(this.id),
      status: this.status,
      scenarioId: settings.scenarioId,
      seed: settings.seed,
      createdAt: createdAt.toISOString(),
      resumedAt: resumedAt?.toISOString() ?? null,
      failure: failureOf(this.#outcome),
      progress: this.#run.progress,
    }
  }

  /** What the replications so far say; null before the first. */
  get result(): EnsembleResult | null {
    return this.#run.result()
  }

  /** What it found, for the store. */
  get content(): EnsembleContent {
    return { result: this.result }
  }

  /** Notes that somebody asked for this ensemble. */
  touch(): void {
    this.#audience.touch()
  }

  /** Tells a websocket how it stands, and what happens from now on; of one that is over, how it ended. */
  join(socket: ReaderSocket): void {
    const reader = this.#audience.admit(socket)
    if (!reader) return
    const seq = this.#log.newestSeq - (this.isActive ? 0 : 1)
    reader.sendSnapshot(JSON.stringify({ type: 'started', seq, info: this.info, result: this.result }), seq)
    reader.sendNews()
  }

  /** Drops readers of whom nothing was heard for `silentMs`. */
  checkReaders(silentMs: number): void {
    this.#audience.check(silentMs)
  }

  /** Ends its threads, tells the readers and says goodbye to them; resolves when the threads are gone. */
  async close(code: number, reason: string): Promise<void> {
    this.#run.cancel()
    await this.ended
    this.#audience.close(code, reason)
    if (this.#outcome?.status !== 'finished') await this.#options.threads.close()
  }

  /** The same for a while: a server that is started again goes on with what was found. Without anything kept it ends. */
  async suspend(code: number, reason: string): Promise<void> {
    if (this.#options.entry && this.isActive) {
      this.#isSuspended = true
      this.#save()
      this.#audience.close(code, reason)
    }
    await this.close(code, reason)
  }

  #save(): void {
    this.#savedAtMs = performance.now()
    this.#options.entry?.saveCheckpoint(this.#run.checkpoint())
  }

  #progressed(): void {
    if (this.#options.entry && performance.now() - this.#savedAtMs > CHECKPOINT_MS) this.#save()
    if (this.#audience.size === 0 || this.#timer) return
    const waitMs = this.#saidAtMs + PROGRESS_MS - performance.now()
    if (waitMs <= 0) this.#sayProgress()
    else this.#timer = setTimeout(() => this.#sayProgress(), waitMs)
  }

  #sayProgress(): void {
    this.#timer = undefined
    this.#saidAtMs = performance.now()
    const { result } = this
    if (result) this.#say({ type: 'progress', progress: this.#run.progress, result })
  }

  async #end(outcome: EnsembleOutcome): Promise<void> {
    clearTimeout(this.#timer)
    this.#outcome = outcome
    if (!this.#isSuspended) {
      await this.#options.onEnd(this)
      this.#options.entry?.remove()
    }
    const { result } = this
    const { progress } = this.#run
    if (outcome.status === 'failed') this.#say({ type: 'failed', code: outcome.code, message: outcome.message })
    else if (outcome.status === 'cancelled') this.#say({ type: 'cancelled', progress, result })
    else if (result) this.#say({ type: 'finished', progress, result })
  }

  #say(message: UnnumberedMessage): void {
    this.#log.append(message)
    this.#audience.sendNews()
  }
}
