import { type Replicate, replicator } from '../ensemble/replicate.ts'
import { InputError } from '../lib/errors.ts'
import type { Clock } from './clock.ts'
import { type EnsembleTask, readJob, type TaskAnswer } from './ensembleTask.ts'

/**
 * What a thread of an ensemble does with its tasks. It keeps what it prepared for the last job, for that takes as long as
 * several replications. An error nobody foresaw is left to end the thread.
 */
export function replications(clock: Clock): (task: EnsembleTask) => TaskAnswer {
  let prepared: { job: string; replicate: Replicate } | undefined

  function replicateOf(job: string): Replicate {
    if (prepared?.job === job) return prepared.replicate
    prepared = undefined
    const { scenario, ...options } = readJob(job)
    prepared = { job, replicate: replicator(scenario, options) }
    return prepared.replicate
  }

  return ({ job, first, count }) => {
    try {
      const replicate = replicateOf(job)
      const startedMs = clock.nowMs()
      const records = Array.from({ length: count }, (_, index) => replicate(first + index).buffer)
      return { records, elapsedMs: clock.nowMs() - startedMs }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      return { refused: error.issues }
    }
  }
}
