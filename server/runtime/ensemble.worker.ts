import { constants, setPriority } from 'node:os'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { type StartingPool, startingPool } from '../../shared/chance/futures.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { type EnsembleTask, readJob } from '../../shared/playback/ensembleTask.ts'
import { replications } from '../../shared/playback/replications.ts'
import { serverClock } from './clock.ts'

// On Linux a thread has its own priority: ensembles give way to the thread that serves readers.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

const answer = replications(serverClock)

/** One chunk of an ensemble; piscina calls it in a thread of its pool. */
export function runReplications(task: EnsembleTask): unknown {
  const given = answer(task)
  return 'refused' in given ? given : move({ [transferableSymbol]: given.records, [valueSymbol]: given })
}

/** The pool that the futures of a job start from; piscina calls it in a thread, so that the server's own stays free. */
export function computeStartingPool(job: string): StartingPool {
  const { scenario, seed, history = publishedDraws } = readJob(job)
  return startingPool(ensemblePlan(scenario, { seed, history }), history)
}
