import { availableParallelism } from 'node:os'
import { serverClock } from '../../server/runtime/clock.ts'
import { EnsembleThreads } from '../../server/runtime/ensembleThreads.ts'
import { scenarioById } from '../../server/runtime/scenarioLibrary.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { EnsembleRun } from '../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { atLeast, atMost, type Figure } from './measure.ts'

const HEAP_MB = 1024
const RUNS_A_THREAD = 8
const WAIT_BEFORE_CANCEL_MS = 300

function start(scenario: Scenario, runs: number, threads: EnsembleThreads): EnsembleRun {
  return new EnsembleRun({ plan: ensemblePlan(scenario), job: jobOf(scenario, {}), runs, threads, clock: serverClock })
}

/** Replications a second on threads that have prepared. */
async function pace(scenario: Scenario, count: number): Promise<number> {
  const threads = new EnsembleThreads({ threads: count, heapMb: HEAP_MB })
  await start(scenario, 2 * count, threads).outcome
  const startedMs = performance.now()
  await start(scenario, RUNS_A_THREAD * count, threads).outcome
  const seconds = (performance.now() - startedMs) / 1000
  await threads.close()
  return (RUNS_A_THREAD * count) / seconds
}

/** From asking in the middle of replications until every thread is gone. */
async function cancelMs(scenario: Scenario, count: number): Promise<number> {
  const threads = new EnsembleThreads({ threads: count, heapMb: HEAP_MB })
  await start(scenario, count, threads).outcome
  const run = start(scenario, 100_000, threads)
  await new Promise((resolve) => setTimeout(resolve, WAIT_BEFORE_CANCEL_MS))
  const askedMs = performance.now()
  run.cancel()
  await threads.close()
  return performance.now() - askedMs
}

/** Ensembles of the baseline year at full size, on real threads. */
export async function ensembleFigures(): Promise<Figure[]> {
  const scenario = scenarioById('baseline-2026')
  if (!scenario) throw new Error('there is no baseline-2026')
  const cores = availableParallelism()
  const [one, all] = [await pace(scenario, 1), await pace(scenario, cores)]
  return [
    atMost('a run of the baseline year in an ensemble', 1000 / one, 'ms on one thread', 100),
    atLeast('an ensemble on all cores against one', all / one / cores, 'of the ideal', 0.7),
    atMost('a cancelled ensemble, threads gone', await cancelMs(scenario, cores), 'ms', 100),
  ]
}
