import type { EnsembleOptions } from '../ensemble/plan.ts'
import type { Issue } from '../lib/errors.ts'
import type { Scenario } from '../schema/scenario.ts'

/** Replications `first` ... `first + count - 1` of a job: what a thread does before it reports. */
export interface EnsembleTask {
  /** {@link jobOf}; a thread keeps what it prepared for the last one. */
  job: string
  first: number
  count: number
}

/** What runs the tasks of one ensemble: threads of the server, workers of the browser. They belong to it alone. */
export interface ReplicationThreads {
  readonly threads: number
  /** Rejects with what ended the thread. Not asked for more than {@link threads} tasks at a time. */
  run(task: EnsembleTask): Promise<TaskAnswer>
  /** Who is told when a thread cannot even start; what was asked of it is never answered. */
  onStartFailure(tell: (error: Error) => void): void
  /** Ends all threads, also in the middle of a replication; what was asked of them may reject. */
  close(): Promise<void>
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
export const jobOf = (scenario: Scenario, { seed, history, question }: EnsembleOptions): string =>
  JSON.stringify({ scenario, seed, history, question } satisfies Job)

export const readJob = (job: string): Job => JSON.parse(job)
