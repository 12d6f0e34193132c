import { availableParallelism } from 'node:os'
import { serverClock } from '../../server/runtime/clock.ts'
import { EnsembleThreads } from '../../server/runtime/ensembleThreads.ts'
import { scenarioById } from '../../server/runtime/scenarioLibrary.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { EnsembleRun } from '../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { atLeast, atMost, type Figure, measured } from './measure.ts'

const HEAP_MB = 1024
const RUNS = 40
const MANY_RUNS = 1000
const WAIT_BEFORE_CANCEL_MS = 300

function start(scenario: Scenario, runs: number, threads: EnsembleThreads, onDone?: (runs: number) => void) {
  const run: EnsembleRun = new EnsembleRun({
    plan: ensemblePlan(scenario),
    job: jobOf(scenario, {}),
    runs,
    threads,
    clock: serverClock,
    onProgress: () => onDone?.(run.progress.runsDone),
  })
  return run
}

interface Pace {
  runsPerSecond: number
  /** Memory of the whole process when a tenth of the runs had come in, and at the end. */
  earlyMb: number
  lateMb: number
}

const residentMb = (): number => process.memoryUsage().rss / 1e6

/** The pace of an ensemble on threads that have prepared. */
export async function pace(scenario: Scenario, count: number, runs = RUNS): Promise<Pace> {
  const threads = new EnsembleThreads({ threads: count, heapMb: HEAP_MB })
  await start(scenario, 2 * count, threads).outcome
  const startedMs = performance.now()
  let earlyMb = 0
  const run = start(scenario, runs, threads, (done) => {
    if (earlyMb === 0 && done >= runs / 10) earlyMb = residentMb()
  })
  await run.outcome
  const seconds = (performance.now() - startedMs) / 1000
  const lateMb = residentMb()
  await threads.close()
  return { runsPerSecond: runs / seconds, earlyMb, lateMb }
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
  const faster = all.runsPerSecond / one.runsPerSecond
  return [
    measured(`${RUNS} runs of the baseline year on 1 thread`, RUNS / one.runsPerSecond, 's'),
    measured(`${RUNS} runs of the baseline year on ${cores} threads`, RUNS / all.runsPerSecond, 's'),
    atLeast('an ensemble on all cores against one', faster / cores, 'of the ideal', 0.9),
    atMost(`${MANY_RUNS} runs on ${cores} threads, projected`, MANY_RUNS / all.runsPerSecond, 's', 60),
    atMost(`memory with ${cores} threads, early`, all.earlyMb, 'MB', 600),
    atMost('memory at the end against early', all.lateMb / all.earlyMb, 'times', 1.25),
    atMost('a cancelled ensemble, threads gone', await cancelMs(scenario, cores), 'ms', 100),
  ]
}
