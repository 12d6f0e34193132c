import type { EnsemblePlan } from '../ensemble/plan.ts'
import { type ReplicationRecord, replicationRecord } from '../ensemble/record.ts'
import { EnsembleReducer } from '../ensemble/reduce.ts'
import { type ErrorCode, refuse } from '../lib/errors.ts'
import type { EnsembleProgress, EnsembleResult, ensembleStatuses } from '../schema/ensemble.ts'
import type { Clock } from './clock.ts'
import { type Chunk, EnsembleChunks } from './ensembleChunks.ts'
import type { ReplicationThreads, TaskAnswer } from './ensembleTask.ts'

export type EnsembleStatus = (typeof ensembleStatuses)[number]

/** How an ensemble ended. */
export type EnsembleOutcome =
  | { status: 'finished' }
  | { status: 'cancelled' }
  | { status: 'failed'; code: ErrorCode; message: string }

/** Why it failed; null when it did not, or has not ended. */
export const failureOf = (outcome: EnsembleOutcome | undefined): { code: ErrorCode; message: string } | null =>
  outcome?.status === 'failed' ? { code: outcome.code, message: outcome.message } : null

export interface EnsembleRunOptions {
  plan: EnsemblePlan
  /** The same scenario, seed and history as the plan's: `jobOf`. */
  job: string
  /** Replications. */
  runs: number
  /** Belong to this run until it has finished; they are closed when it is cancelled or fails. */
  threads: ReplicationThreads
  clock: Clock
  /** What an earlier run of the same plan found ({@link EnsembleRun.checkpoint}): this one goes on from there. */
  checkpoint?: Uint8Array
  /** Handed every record, in the order of the replications. */
  onRecord?(record: ReplicationRecord): void
  /** Told each time replications came in. */
  onProgress?(): void
  /** Told what ended a thread, in full; the outcome has a sentence without internals. */
  onThreadError?(error: Error): void
}

/** @throws InputError EE_CHECKPOINT when the checkpoint is damaged, of another ensemble, or of more runs than asked for */
function reducerOf({ plan, checkpoint, runs }: EnsembleRunOptions): EnsembleReducer {
  if (!checkpoint) return new EnsembleReducer(plan)
  const reducer = EnsembleReducer.restore(plan, checkpoint)
  if (reducer.runs <= runs) return reducer
  const message = `the checkpoint holds ${reducer.runs} runs, more than the ${runs} asked for; ask for at least as many`
  throw refuse('EE_CHECKPOINT', '$', message)
}

const isOutOfMemory = (error: Error & { code?: string }): boolean => error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Runs the replications of an ensemble on its threads. What came in is always the replications 0 ... k-1, so that
 * {@link result} is that of an ensemble of k, for any number of threads.
 *
 * running -> finished | cancelled | failed
 *
 * @throws InputError EE_CHECKPOINT when it cannot go on from the checkpoint it is given
 * @example
 * const run = new EnsembleRun({ plan, job, runs: 100, threads, clock })
 * await run.outcome
 * run.result()
 */
export class EnsembleRun {
  readonly outcome: Promise<EnsembleOutcome>
  readonly #options: EnsembleRunOptions
  readonly #chunks: EnsembleChunks
  readonly #reducer: EnsembleReducer
  /** Replications that came with the checkpoint. */
  readonly #restored: number
  readonly #startedMs: number
  #first: { atMs: number; runs: number } | undefined
  #endedMs: number | undefined
  #busyThreads = 0
  #settle: (outcome: EnsembleOutcome) => void = () => {}

  constructor(options: EnsembleRunOptions) {
    this.#options = options
    this.#startedMs = options.clock.nowMs()
    this.#reducer = reducerOf(options)
    this.#restored = this.#reducer.runs
    const { runs, threads } = options
    this.#chunks = new EnsembleChunks({ runs, threads: threads.threads, done: this.#restored })
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve
    })
    options.threads.onStartFailure((error) => {
      if (this.#endedMs !== undefined) return
      options.onThreadError?.(error)
      this.#fail('could not start')
    })
    if (this.#restored === runs) this.#end({ status: 'finished' })
    else this.#deal()
  }

  get progress(): EnsembleProgress {
    const runsDone = this.#reducer.runs
    return { runsDone, runs: this.#options.runs, elapsedMs: this.#elapsedMs, timeLeftMs: this.#timeLeftMs }
  }

  /** What came in so far; null before the first replication. */
  result(): EnsembleResult | null {
    if (this.#reducer.runs === 0) return null
    return this.#reducer.result({ threads: this.#options.threads.threads, elapsedMs: this.#elapsedMs })
  }

  /** What came in so far, as bytes from which another run of the same plan can go on. */
  checkpoint(): Uint8Array {
    return this.#reducer.save()
  }

  /** Ends at once, in the middle of replications; what came in until now stays. */
  cancel(): void {
    this.#end({ status: 'cancelled' })
  }

  get #elapsedMs(): number {
    return Math.round((this.#endedMs ?? this.#options.clock.nowMs()) - this.#startedMs)
  }

  /** By the pace since the first replications of this run came in: until then threads started and prepared. */
  get #timeLeftMs(): number | null {
    const done = this.#reducer.runs
    if (done === this.#options.runs) return 0
    if (!this.#first) return null
    const isPaceKnown = done > this.#first.runs
    const sinceMs = isPaceKnown ? this.#first.atMs : this.#startedMs
    const measured = done - (isPaceKnown ? this.#first.runs : this.#restored)
    return Math.round(
      (((this.#endedMs ?? this.#options.clock.nowMs()) - sinceMs) / measured) * (this.#options.runs - done),
    )
  }

  #deal(): void {
    while (this.#busyThreads < this.#options.threads.threads) {
      const chunk = this.#chunks.deal()
      if (!chunk) return
      this.#busyThreads += 1
      this.#run(chunk).catch((error: Error) => this.#mainThreadBroke(error))
    }
  }

  async #run(chunk: Chunk): Promise<void> {
    const { job, threads } = this.#options
    let answer: TaskAnswer | undefined
    let failure: unknown
    try {
      answer = await threads.run({ job, ...chunk })
    } catch (error) {
      failure = error
    }
    this.#busyThreads -= 1
    if (this.#endedMs !== undefined) return
    if (!answer) this.#threadBroke(chunk, failure instanceof Error ? failure : new Error(String(failure)))
    else if ('refused' in answer) {
      const [{ code, message }] = answer.refused
      this.#end({ status: 'failed', code, message })
    } else this.#take(chunk, answer)
  }

  #take(chunk: Chunk, { records, elapsedMs }: Extract<TaskAnswer, { records: ArrayBuffer[] }>): void {
    const inTurn = this.#chunks.take(chunk, records, elapsedMs)
    this.#deal()
    if (inTurn.length === 0) return
    for (const buffer of inTurn) {
      const record = replicationRecord(this.#options.plan, buffer)
      this.#reducer.add(record)
      this.#options.onRecord?.(record)
    }
    this.#first ??= { atMs: this.#options.clock.nowMs(), runs: this.#reducer.runs }
    if (this.#reducer.runs === this.#options.runs) this.#end({ status: 'finished' })
    else this.#options.onProgress?.()
  }

  #threadBroke(chunk: Chunk, error: Error): void {
    this.#options.onThreadError?.(error)
    if (this.#chunks.repeat(chunk)) this.#deal()
    else if (isOutOfMemory(error)) this.#fail('needed more memory than it may have, again and again')
    else this.#fail('met an unexpected error, again and again')
  }

  /** A defect in what is done with the records: told, and the ensemble ends instead of waiting forever. */
  #mainThreadBroke(error: Error): void {
    this.#options.onThreadError?.(error)
    this.#fail('gave records that cannot be summed up')
  }

  #fail(whatAThreadDid: string): void {
    const message = `A thread of the ensemble ${whatAThreadDid}. The ensemble was stopped; others are not affected.`
    this.#end({ status: 'failed', code: 'EE_ENSEMBLE_FAILED', message })
  }

  #end(outcome: EnsembleOutcome): void {
    if (this.#endedMs !== undefined) return
    this.#endedMs = this.#options.clock.nowMs()
    if (outcome.status !== 'finished') void this.#options.threads.close()
    this.#settle(outcome)
  }
}
