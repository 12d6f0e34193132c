import { type EnsembleOutcome, type EnsembleStatus, failureOf } from '../../../shared/playback/ensembleRun.ts'
import { type LongWork, SHARE_OF_SAYING } from '../../../shared/playback/longWork.ts'
import type { LongWorkClientMessage } from '../../../shared/protocol/longWorkMessages.ts'
import type { EnsembleProgress } from '../../../shared/schema/ensemble.ts'
import type { LongWorkInfo, LongWorkMessage } from '../longWorkView.ts'
import type { Listener, Transport } from '../transport.ts'
import { Audience } from './audience.ts'
import { browserClock } from './browserClock.ts'

/** How a work stands, as everything that is told of it says. */
export interface Standing {
  status: EnsembleStatus
  createdAt: string
  resumedAt: null
  failure: { code: string; message: string } | null
  progress: EnsembleProgress
}

export interface BrowserWorkOptions<Info, Result> {
  /** Starts the work, which tells whenever something came in. */
  start(onProgress: () => void): LongWork<Result>
  /** What is said of it to whoever joins. */
  info(standing: Standing): Info
  /** Shortest time between two `progress` messages. */
  progressMs: number
}

/** One ensemble, comparison or instrument of this browser: what it found, and the parts of the page that follow it. */
export class BrowserWork<Info extends LongWorkInfo, Result> {
  readonly #options: BrowserWorkOptions<Info, Result>
  readonly #audience = new Audience<LongWorkMessage<Info, Result>, LongWorkClientMessage>(() => this.cancel())
  readonly #createdAt = new Date().toISOString()
  /** Undefined when it is over: then only what it found is kept. */
  #work: LongWork<Result> | undefined
  #found: { progress: EnsembleProgress; result: Result | null }
  #outcome: EnsembleOutcome | undefined
  #seq = 0
  #sayAgainAtMs = Number.NEGATIVE_INFINITY

  constructor(options: BrowserWorkOptions<Info, Result>) {
    this.#options = options
    const work = options.start(() => this.#progressed())
    this.#work = work
    this.#found = { progress: work.progress, result: null }
    void work.outcome.then((outcome) => this.#end(outcome))
  }

  /** Has workers. */
  get isActive(): boolean {
    return this.#outcome === undefined
  }

  get info(): Info {
    return this.#options.info({
      status: this.#outcome?.status ?? 'running',
      createdAt: this.#createdAt,
      resumedAt: null,
      failure: failureOf(this.#outcome),
      progress: this.#work?.progress ?? this.#found.progress,
    })
  }

  /** What was found so far; null before there is anything to say. */
  get result(): Result | null {
    return this.#work ? this.#work.result() : this.#found.result
  }

  join(listener: Listener<LongWorkMessage<Info, Result>>): Transport<LongWorkClientMessage> {
    return this.#audience.admit(listener, { type: 'started', seq: this.#seq, info: this.info, result: this.result })
  }

  cancel(): void {
    this.#work?.cancel()
  }

  #progressed(): void {
    const startedMs = browserClock.nowMs()
    if (this.#audience.size === 0 || startedMs < this.#sayAgainAtMs) return
    const { info, result } = this
    if (result) this.#audience.say({ type: 'progress', seq: this.#nextSeq(), progress: info.progress, result })
    const endedMs = browserClock.nowMs()
    this.#sayAgainAtMs = endedMs + Math.max(this.#options.progressMs, (endedMs - startedMs) / SHARE_OF_SAYING)
  }

  #end(outcome: EnsembleOutcome): void {
    this.#found = { progress: this.info.progress, result: this.result }
    this.#outcome = outcome
    this.#work = undefined
    const { progress, result } = this.#found
    const seq = this.#nextSeq()
    if (outcome.status === 'failed') {
      this.#audience.say({ type: 'failed', seq, code: outcome.code, message: outcome.message })
    } else if (outcome.status === 'cancelled') this.#audience.say({ type: 'cancelled', seq, progress, result })
    else if (result) this.#audience.say({ type: 'finished', seq, progress, result })
  }

  #nextSeq(): number {
    this.#seq += 1
    return this.#seq
  }
}
