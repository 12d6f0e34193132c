import { Comparison } from '../comparison/comparison.ts'
import { type EnsemblePlan, ensemblePlan } from '../ensemble/plan.ts'
import { engineVersion } from '../lib/version.ts'
import type { ComparisonResult } from '../schema/comparison.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { EnsembleProgress } from '../schema/ensemble.ts'
import type { Scenario } from '../schema/scenario.ts'
import type { Clock } from './clock.ts'
import { type EnsembleOutcome, EnsembleRun } from './ensembleRun.ts'
import { jobOf, type ReplicationThreads } from './ensembleTask.ts'

/** One scenario of a comparison, ready to be dealt out. */
export interface Compared {
  plan: EnsemblePlan
  job: string
}

/**
 * Scenarios with one seed, so that they share their random numbers.
 *
 * @param scenarios the baseline first; its seed is everybody's when none is given
 * @throws InputError when one of them cannot be run
 */
export function comparedScenarios(
  scenarios: readonly Scenario[],
  { seed = scenarios[0].seed, history }: { seed?: string; history?: readonly PublishedDraw[] } = {},
): Compared[] {
  return scenarios.map((scenario) => ({
    plan: ensemblePlan(scenario, { seed, history }),
    job: jobOf(scenario, { seed, history }),
  }))
}

export interface ComparisonRunOptions {
  /** The baseline first: {@link comparedScenarios}. */
  scenarios: readonly Compared[]
  /** Replications of each. */
  runs: number
  /** Threads in all. */
  threads: number
  /** Makes so many threads; they are closed when all is over. */
  startThreads(threads: number): ReplicationThreads
  clock: Clock
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
export class ComparisonRun {
  readonly outcome: Promise<EnsembleOutcome>
  readonly #options: ComparisonRunOptions
  readonly #comparison: Comparison
  readonly #ensembles: (EnsembleRun | undefined)[]
  readonly #lanes: readonly ReplicationThreads[]
  readonly #startedMs: number
  #next = 0
  #endedMs: number | undefined
  #settle: (outcome: EnsembleOutcome) => void = () => {}

  constructor(options: ComparisonRunOptions) {
    this.#options = options
    const { scenarios, threads, startThreads, clock } = options
    this.#startedMs = clock.nowMs()
    this.#comparison = new Comparison(scenarios.map(({ plan }) => plan))
    this.#ensembles = scenarios.map(() => undefined)
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve
    })
    const lanes = Math.min(scenarios.length, threads)
    const threadsOf = (lane: number): number => Math.floor(threads / lanes) + (lane < threads % lanes ? 1 : 0)
    this.#lanes = Array.from({ length: lanes }, (_, lane) => startThreads(threadsOf(lane)))
    for (const lane of this.#lanes) void this.#work(lane)
  }

  /** Replications of all scenarios together. */
  get progress(): EnsembleProgress {
    const { scenarios, runs } = this.#options
    const all = runs * scenarios.length
    const known = this.#ensembles.flatMap((ensemble) => ensemble?.progress ?? [])
    const runsDone = known.reduce((sum, progress) => sum + progress.runsDone, 0)
    const elapsedMs = this.#elapsedMs
    const timeLeftMs = runsDone === 0 ? null : Math.round((elapsedMs / runsDone) * (all - runsDone))
    return { runsDone, runs: all, elapsedMs, timeLeftMs }
  }

  /** What came in so far; null before the first replication. */
  result(): ComparisonResult | null {
    const { scenarios, runs, threads } = this.#options
    const elapsedMs = this.#elapsedMs
    if (this.progress.runsDone === 0) return null
    return {
      seed: scenarios[0].plan.settings.seed,
      runs,
      runsDone: this.#comparison.runs,
      threads,
      engineVersion,
      elapsedMs,
      scenarios: this.#ensembles.map((ensemble) => {
        const result = ensemble?.result()
        return result ? { ...result, threads, elapsedMs } : null
      }),
      differences: this.#comparison.differences(),
    }
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

  get #elapsedMs(): number {
    return Math.round((this.#endedMs ?? this.#options.clock.nowMs()) - this.#startedMs)
  }

  /** Runs one scenario after the other on the threads of a lane. */
  async #work(lane: ReplicationThreads): Promise<void> {
    const { scenarios, runs, clock, onProgress, onThreadError } = this.#options
    while (this.#endedMs === undefined && this.#next < scenarios.length) {
      const index = this.#next++
      const ensemble = new EnsembleRun({
        ...scenarios[index],
        ...{ runs, threads: lane, clock, onThreadError },
        onRecord: (record) => this.#comparison.add(index, record),
        onProgress: () => onProgress?.(),
      })
      this.#ensembles[index] = ensemble
      const outcome = await ensemble.outcome
      if (outcome.status !== 'finished') return this.#end(outcome)
      if (this.#endedMs === undefined) onProgress?.()
    }
    if (this.#comparison.runs === runs) this.#end({ status: 'finished' })
  }

  #end(outcome: EnsembleOutcome): void {
    if (this.#endedMs !== undefined) return
    this.#endedMs = this.#options.clock.nowMs()
    for (const ensemble of this.#ensembles) ensemble?.cancel()
    for (const lane of this.#lanes) void lane.close()
    this.#settle(outcome)
  }
}
