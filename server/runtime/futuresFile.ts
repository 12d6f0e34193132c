import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Futures } from '../../shared/chance/futures.ts'
import { newFutures, restoreFutures, saveFutures } from '../../shared/chance/futures.ts'
import { type EnsemblePlan, ensemblePlan } from '../../shared/ensemble/plan.ts'
import { InputError } from '../../shared/lib/errors.ts'
import { EnsembleRun, type EnsembleRunOptions } from '../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { serverClock } from './clock.ts'
import type { EnsembleThreads } from './ensembleThreads.ts'
import { replaceFile } from './replaceFile.ts'

/** Which futures: of a scenario, a seed, a history, and how many. */
export interface FuturesRequest {
  scenario: Scenario
  seed?: string
  history: readonly PublishedDraw[]
  runs: number
}

export const planOf = ({ scenario, seed, history }: FuturesRequest): EnsemblePlan =>
  ensemblePlan(scenario, { seed, history })

const fileOf = (dataDir: string, { settings }: EnsemblePlan, runs: number): string =>
  join(dataDir, 'futures', `${settings.fingerprint}-${runs}.bin`)

/** Futures simulated before; undefined when there are none, or none that can be used. */
export function keptFutures(dataDir: string, plan: EnsemblePlan, runs: number): Futures | undefined {
  const file = fileOf(dataDir, plan, runs)
  if (!existsSync(file)) return undefined
  try {
    return restoreFutures(plan, readFileSync(file))
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

export function keepFutures(dataDir: string, plan: EnsemblePlan, futures: Futures): void {
  replaceFile(fileOf(dataDir, plan, futures.table.runs), saveFutures(plan, futures))
}

/** Begins to simulate futures, once it is known which pool they start from; the table grows while they run. */
export async function startFutures(
  { scenario, seed, history, runs }: FuturesRequest,
  plan: EnsemblePlan,
  options: Pick<EnsembleRunOptions, 'onProgress' | 'onThreadError'> & { threads: EnsembleThreads },
): Promise<{ futures: Futures; run: EnsembleRun }> {
  const job = jobOf(scenario, { seed, history })
  const futures = newFutures(plan, await options.threads.startingPool(job))
  const onRecord: EnsembleRunOptions['onRecord'] = (record) => futures.table.add(record)
  const run = new EnsembleRun({ ...options, plan, job, runs, clock: serverClock, onRecord })
  return { futures, run }
}
