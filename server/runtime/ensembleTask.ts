import type { EnsembleOptions } from '../../shared/ensemble/plan.ts'
import type { Issue } from '../../shared/lib/errors.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'

/** Replications `first` ... `first + count - 1` of a job: what a thread does before it reports. */
export interface EnsembleTask {
  /** {@link jobOf}; a thread keeps what it prepared for the last one. */
  job: string
  first: number
  count: number
}

export type TaskAnswer =
  /** Buffers of the records in order, handed over without copying, and how long the replications took. */
  | { records: ArrayBuffer[]; elapsedMs: number }
  /** The scenario cannot be run after all. */
  | { refused: readonly Issue[] }

interface Job extends EnsembleOptions {
  scenario: Scenario
}

/** All that replications depend on as one text: cheap to hand to a thread again and again, and to compare. */
export const jobOf = (scenario: Scenario, { seed, history }: EnsembleOptions): string =>
  JSON.stringify({ scenario, seed, history } satisfies Job)

export const readJob = (job: string): Job => JSON.parse(job)
