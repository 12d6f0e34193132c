import { Comparison } from '../comparison/comparison.ts'
import { engineVersion } from '../lib/version.ts'
import type { ComparisonResult } from '../schema/comparison.ts'
import type { EnsembleProgress } from '../schema/ensemble.ts'
import type { EnsembleOutcome } from './ensembleRun.ts'
import { FamilyRun, type FamilyRunOptions } from './familyRun.ts'

/** `members`: the baseline first. */
export type ComparisonRunOptions = Omit<FamilyRunOptions, 'onRecord'>

/** Runs a baseline and alternatives, and pairs their replications as they come in. */
export class ComparisonRun {
  readonly #options: ComparisonRunOptions
  readonly #comparison: Comparison
  readonly #family: FamilyRun

  constructor(options: ComparisonRunOptions) {
    this.#options = options
    this.#comparison = new Comparison(options.members.map(({ plan }) => plan))
    this.#family = new FamilyRun({ ...options, onRecord: (member, record) => this.#comparison.add(member, record) })
  }

  get outcome(): Promise<EnsembleOutcome> {
    return this.#family.outcome
  }

  /** Replications of all scenarios together. */
  get progress(): EnsembleProgress {
    return this.#family.progress
  }

  /** What came in so far; null before the first replication. */
  result(): ComparisonResult | null {
    const { members, runs, threads } = this.#options
    const { runsDone, elapsedMs } = this.progress
    if (runsDone === 0) return null
    return {
      seed: members[0].plan.settings.seed,
      runs,
      runsDone: this.#comparison.runs,
      threads,
      engineVersion,
      elapsedMs,
      scenarios: this.#family.results(),
      differences: this.#comparison.differences(),
    }
  }

  /** Ends at once; what came in until now stays. */
  cancel(): void {
    this.#family.cancel()
  }

  /** Ends, and resolves when all threads are gone. */
  close(): Promise<void> {
    return this.#family.close()
  }
}
