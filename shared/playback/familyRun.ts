import { type EnsembleOptions, type EnsemblePlan, ensemblePlan } from '../ensemble/plan.ts'
import type { ReplicationRecord } from '../ensemble/record.ts'
import type { EnsembleProgress, EnsembleResult } from '../schema/ensemble.ts'
import type { Scenario } from '../schema/scenario.ts'
import type { Clock } from './clock.ts'
import { type EnsembleOutcome, EnsembleRun } from './ensembleRun.ts'
import { jobOf, type ReplicationThreads } from './ensembleTask.ts'

/** With fewer, nothing could be compared before the whole first scenario is done. */
export const FEWEST_THREADS = 2
/** What several scenarios find has much to say: it is said less often than an ensemble's. */
export const FAMILY_PROGRESS_MS = 1000

/** One scenario of a family, ready to be dealt out. */
export interface FamilyMember {
  plan: EnsemblePlan
  job: string
}

/**
 * Scenarios with one seed, so that they share their random numbers: the first one's unless another is given.
 *
 * @throws InputError when one of them cannot be run
 */
export function familyOf(
  scenarios: readonly Scenario[],
  { seed = scenarios[0].seed, history, question }: EnsembleOptions = {},
): FamilyMember[] {
  const options = { seed, history, question }
  return scenarios.map((scenario) => ({ plan: ensemblePlan(scenario, options), job: jobOf(scenario, options) }))
}

export interface FamilyRunOptions {
  members: readonly FamilyMember[]
  /** Replications of each. */
  runs: number
  /** Threads in all. */
  threads: number
  /** Makes so many threads; they are closed when all is over. */
  startThreads(threads: number): ReplicationThreads
  clock: Clock
  /** Handed every record with the place of its scenario; of each scenario in the order of its replications. */
  onRecord(member: number, record: ReplicationRecord): void
  /** Told each time replications came in. */
  onProgress?(): void
  onThreadError?(error: Error): void
}

/**
 * Runs several scenarios side by side, each in a lane of its own as long as there are threads: a lane that has finished its
 * scenario takes the next one. A thread prepares a scenario once.
 *
 * running -> finished | cancelled | failed
 */
export class FamilyRun {
  readonly outcome: Promise<EnsembleOutcome>
  readonly #options: FamilyRunOptions
  readonly #ensembles: (EnsembleRun | undefined)[]
  readonly #lanes: readonly ReplicationThreads[]
  readonly #startedMs: number
  #next = 0
  #finished = 0
  #endedMs: number | undefined
  #settle: (outcome: EnsembleOutcome) => void = () => {}

  constructor(options: FamilyRunOptions) {
    this.#options = options
    const { members, threads, startThreads, clock } = options
    this.#startedMs = clock.nowMs()
    this.#ensembles = members.map(() => undefined)
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve
    })
    const lanes = Math.min(members.length, threads)
    const threadsOf = (lane: number): number => Math.floor(threads / lanes) + (lane < threads % lanes ? 1 : 0)
    this.#lanes = Array.from({ length: lanes }, (_, lane) => startThreads(threadsOf(lane)))
    for (const lane of this.#lanes) void this.#work(lane)
  }

  /** Replications of all scenarios together. */
  get progress(): EnsembleProgress {
    const { members, runs } = this.#options
    const all = runs * members.length
    const runsDone = this.#ensembles.reduce((sum, ensemble) => sum + (ensemble?.progress.runsDone ?? 0), 0)
    const elapsedMs = Math.round((this.#endedMs ?? this.#options.clock.nowMs()) - this.#startedMs)
    const timeLeftMs = runsDone === 0 ? null : Math.round((elapsedMs / runsDone) * (all - runsDone))
    return { runsDone, runs: all, elapsedMs, timeLeftMs }
  }

  /** Each scenario by itself, in their order; null before its first replication. */
  results(): (EnsembleResult | null)[] {
    const { threads } = this.#options
    const { elapsedMs } = this.progress
    return this.#ensembles.map((ensemble) => {
      const result = ensemble?.result()
      return result ? { ...result, threads, elapsedMs } : null
    })
  }

  /** Ends at once; what came in until now stays. */
  cancel(): void {
    this.#end({ status: 'cancelled' })
  }

  /** Ends, and resolves when all threads are gone. */
  async close(): Promise<void> {
    this.cancel()
    await Promise.all(this.#lanes.map((lane) => lane.close()))
  }

  /** Runs one scenario after the other on the threads of a lane. */
  async #work(lane: ReplicationThreads): Promise<void> {
    const { members, runs, clock, onRecord, onProgress, onThreadError } = this.#options
    while (this.#endedMs === undefined && this.#next < members.length) {
      const index = this.#next++
      const ensemble = new EnsembleRun({
        ...members[index],
        ...{ runs, threads: lane, clock, onThreadError },
        onRecord: (record) => onRecord(index, record),
        onProgress: () => onProgress?.(),
      })
      this.#ensembles[index] = ensemble
      const outcome = await ensemble.outcome
      if (outcome.status !== 'finished') return this.#end(outcome)
      this.#finished += 1
      if (this.#endedMs === undefined) onProgress?.()
    }
    if (this.#finished === members.length) this.#end({ status: 'finished' })
  }

  #end(outcome: EnsembleOutcome): void {
    if (this.#endedMs !== undefined) return
    this.#endedMs = this.#options.clock.nowMs()
    for (const ensemble of this.#ensembles) ensemble?.cancel()
    for (const lane of this.#lanes) void lane.close()
    this.#settle(outcome)
  }
}
