import { type EnsembleOutcome, type EnsembleStatus, failureOf } from '../../../shared/playback/ensembleRun.ts'
import type { LongWork } from '../../../shared/playback/longWork.ts'
import type { LongWorkClientMessage } from '../../../shared/protocol/longWorkMessages.ts'
import type { EnsembleProgress } from '../../../shared/schema/ensemble.ts'
import type { LongWorkMessage } from '../longWorkView.ts'
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
export class BrowserWork<Info, Result> {
  readonly #options: BrowserWorkOptions<Info, Result>
  readonly #work: LongWork<Result>
  readonly #audience = new Audience<LongWorkMessage<Info, Result>, LongWorkClientMessage>(() => this.cancel())
  readonly #createdAt = new Date().toISOString()
  #outcome: EnsembleOutcome | undefined
  #seq = 0
  #saidAtMs = Number.NEGATIVE_INFINITY

  constructor(options: BrowserWorkOptions<Info, Result>) {
    this.#options = options
    this.#work = options.start(() => this.#progressed())
    void this.#work.outcome.then((outcome) => this.#end(outcome))
  }

  get info(): Info {
    return this.#options.info({
      status: this.#outcome?.status ?? 'running',
      createdAt: this.#createdAt,
      resumedAt: null,
      failure: failureOf(this.#outcome),
      progress: this.#work.progress,
    })
  }

  /** What was found so far; null before there is anything to say. */
  get result(): Result | null {
    return this.#work.result()
  }

  join(listener: Listener<LongWorkMessage<Info, Result>>): Transport<LongWorkClientMessage> {
    return this.#audience.admit(listener, { type: 'started', seq: this.#seq, info: this.info, result: this.result })
  }

  cancel(): void {
    this.#work.cancel()
  }

  #progressed(): void {
    if (browserClock.nowMs() - this.#saidAtMs < this.#options.progressMs) return
    this.#saidAtMs = browserClock.nowMs()
    const { result } = this
    if (result) this.#audience.say({ type: 'progress', seq: this.#nextSeq(), progress: this.#work.progress, result })
  }

  #end(outcome: EnsembleOutcome): void {
    this.#outcome = outcome
    const { result } = this
    const { progress } = this.#work
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
