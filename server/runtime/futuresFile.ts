import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Futures } from '../../shared/chance/futures.ts'
import { newFutures, restoreFutures, saveFutures } from '../../shared/chance/futures.ts'
import { type EnsemblePlan, ensemblePlan } from '../../shared/ensemble/plan.ts'
import { InputError } from '../../shared/lib/errors.ts'
import { EnsembleRun, type EnsembleRunOptions } from '../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import { forecastScenarioId, usualFutureCount } from '../../shared/scenario/forecast.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { packageRoot } from '../packageRoot.ts'
import { serverClock } from './clock.ts'
import type { EnsembleThreads } from './ensembleThreads.ts'
import { replaceFile } from './replaceFile.ts'

/** The futures a chance is read from when nobody says which. */
export const usualFutures = { scenarioId: forecastScenarioId, runs: usualFutureCount } as const

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

/** Futures that come with the program: written by `npm run record`, of no use once draws or the engine have changed. */
export const bundledFuturesFolder: string = join(packageRoot, 'shared', 'chance', 'bundled')

const bundledFile = (folder: string, { settings }: EnsemblePlan): string =>
  join(folder, `${settings.scenarioId}.futures.gz`)

/** Futures simulated before; undefined when there are none, or none that can be used. */
export function keptFutures(
  dataDir: string,
  plan: EnsemblePlan,
  runs: number,
  bundledFolder = bundledFuturesFolder,
): Futures | undefined {
  return (
    readFutures(plan, runs, fileOf(dataDir, plan, runs), (bytes) => bytes) ??
    readFutures(plan, runs, bundledFile(bundledFolder, plan), gunzipSync)
  )
}

/** The first futures of a file; undefined when it is not there, of something else, or of fewer. */
function readFutures(
  plan: EnsemblePlan,
  runs: number,
  file: string,
  unpacked: (bytes: Uint8Array) => Uint8Array,
): Futures | undefined {
  if (!existsSync(file)) return undefined
  try {
    const futures = restoreFutures(plan, unpacked(readFileSync(file)), runs)
    return futures.table.runs === runs ? futures : undefined
  } catch (error) {
    if (error instanceof InputError || isZlibError(error)) return undefined
    throw error
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

/** Writes futures to come with the program. */
export function bundleFutures(plan: EnsemblePlan, futures: Futures): void {
  replaceFile(bundledFile(bundledFuturesFolder, plan), gzipSync(saveFutures(plan, futures), { level: 9 }))
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
