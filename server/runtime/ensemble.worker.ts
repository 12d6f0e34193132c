import { constants, setPriority } from 'node:os'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { type Replicate, replicator } from '../../shared/ensemble/replicate.ts'
import { InputError } from '../../shared/lib/errors.ts'
import { type EnsembleTask, readJob, type TaskAnswer } from './ensembleTask.ts'

// On Linux a thread has its own priority: ensembles give way to the thread that serves readers.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

let prepared: { job: string; replicate: Replicate } | undefined

/** The function that runs one replication of a job; preparing it takes as long as several replications. */
function replicateOf(job: string): Replicate {
  if (prepared?.job === job) return prepared.replicate
  prepared = undefined
  const { scenario, ...options } = readJob(job)
  prepared = { job, replicate: replicator(scenario, options) }
  return prepared.replicate
}

function answer({ job, first, count }: EnsembleTask): Extract<TaskAnswer, { records: ArrayBuffer[] }> {
  const replicate = replicateOf(job)
  const startedMs = performance.now()
  const records = Array.from({ length: count }, (_, index) => replicate(first + index).buffer)
  return { records, elapsedMs: performance.now() - startedMs }
}

/** One chunk of an ensemble; piscina calls it in a thread of its pool. An error nobody foresaw is left to reject it. */
export function runReplications(task: EnsembleTask): unknown {
  try {
    const result = answer(task)
    return move({ [transferableSymbol]: result.records, [valueSymbol]: result })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { refused: error.issues } satisfies TaskAnswer
  }
}
