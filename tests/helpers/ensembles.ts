import { serverClock } from '../../server/runtime/clock.ts'
import { EnsembleThreads } from '../../server/runtime/ensembleThreads.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { EnsembleRun, type EnsembleRunOptions } from '../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import type { EnsembleResult } from '../../shared/schema/ensemble.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'

export interface TestEnsemble extends Partial<Pick<EnsembleRunOptions, 'onProgress' | 'onThreadError' | 'checkpoint'>> {
  scenario: Scenario
  seed?: string
  runs: number
  threads?: number
  heapMb?: number
  workerFile?: string
  /** Threads to run on; new ones when absent. */
  on?: EnsembleThreads
}

/** Starts an ensemble on real threads, as the server and the command line do. */
export function startEnsemble({ scenario, seed, runs, threads = 2, heapMb = 1024, ...rest }: TestEnsemble) {
  const { workerFile, onProgress, onThreadError, on, checkpoint } = rest
  const pool = on ?? new EnsembleThreads({ threads, heapMb, workerFile })
  const plan = ensemblePlan(scenario, { seed })
  const run = new EnsembleRun({
    plan,
    job: jobOf(scenario, { seed }),
    runs,
    threads: pool,
    clock: serverClock,
    checkpoint,
    onProgress,
    onThreadError,
  })
  return { run, threads: pool }
}

/** The result of an ensemble that runs to its end. */
export async function ensembleOf(options: TestEnsemble): Promise<EnsembleResult> {
  const { run, threads } = startEnsemble(options)
  const outcome = await run.outcome
  await threads.close()
  const result = run.result()
  if (outcome.status !== 'finished' || !result) throw new Error(`the ensemble ended with ${JSON.stringify(outcome)}`)
  return result
}

/** A result as text without what depends on the machine: how long it took, and on how many threads. */
export const bytesOf = ({ threads: _, elapsedMs: __, ...result }: EnsembleResult): string => JSON.stringify(result)
