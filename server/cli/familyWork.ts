import type { EnsembleOptions } from '../../shared/ensemble/plan.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { type FamilyRunOptions, familyOf } from '../../shared/playback/familyRun.ts'
import type { LongWork } from '../../shared/playback/longWork.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { type Config, loadConfig } from '../config.ts'
import { serverClock } from '../runtime/clock.ts'
import { ProgressLine } from './ensembleProgress.ts'
import { tell } from './output.ts'

export interface FamilyWorkOptions extends EnsembleOptions {
  scenarios: readonly Scenario[]
  runs: number
  threads: number
}

/**
 * Runs several scenarios to their end, or to Ctrl-C: what was found until then is kept.
 *
 * @throws InputError what is wrong with a scenario, or EE_ENSEMBLE_FAILED
 */
export async function runFamilyWork<Result>(
  { scenarios, runs, threads, ...family }: FamilyWorkOptions,
  begin: (options: Omit<FamilyRunOptions, 'onRecord'>) => LongWork<Result>,
): Promise<{ result: Result | null; isPartial: boolean }> {
  const { limits }: Config = loadConfig(process.env)
  // The pool of threads is loaded only here: the other commands start quicker without it.
  const { EnsembleThreads } = await import('../runtime/ensembleThreads.ts')
  const progress = new ProgressLine()
  const work = begin({
    members: familyOf(scenarios, family),
    ...{ runs, threads, clock: serverClock },
    startThreads: (count) => new EnsembleThreads({ threads: count, heapMb: limits.runHeapMb }),
    onProgress: () => progress.show(work.progress),
    onThreadError: (error) => tell(error.stack ?? error.message),
  })
  const interrupt = () => work.cancel()
  process.once('SIGINT', interrupt)
  const outcome = await work.outcome
  process.off('SIGINT', interrupt)
  progress.end()
  if (outcome.status === 'failed') throw refuse(outcome.code, '$', outcome.message)
  return { result: work.result(), isPartial: outcome.status === 'cancelled' }
}
