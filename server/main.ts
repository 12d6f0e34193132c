import { join } from 'node:path'
import { refuse } from '../shared/lib/errors.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { packageRoot } from './packageRoot.ts'
import { ComparisonService } from './runtime/comparisonService.ts'
import { currentDrawSet } from './runtime/drawStore.ts'
import { EnsembleService } from './runtime/ensembleService.ts'
import { FuturesService } from './runtime/futuresService.ts'
import { InstrumentService } from './runtime/instrumentService.ts'
import { RunService, type RunServiceOptions } from './runtime/runService.ts'
import { listScenarios } from './runtime/scenarioLibrary.ts'
import { Store } from './runtime/store/store.ts'
import { UnderWay } from './runtime/underWay.ts'

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  address: string
  /** Says goodbye to readers, ends the workers and stops listening. */
  close(): Promise<void>
}

/** What tests set: workers that fail, shorter lifetimes. */
export interface StartOptions extends Partial<Omit<RunServiceOptions, 'limits' | 'results'>> {
  ensembleWorkerFile?: string
  /** Where futures that come with the program are. */
  bundledFutures?: string
}

const workerFile = join(packageRoot, 'dist', 'server', 'run.worker.js')
const siteFolder = join(packageRoot, 'dist', 'client')

function isAddressTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

/**
 * Starts the server, prints its address, and stops it on SIGINT or SIGTERM.
 *
 * @throws InputError EE_CONFIG when the port is taken
 */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const drawSet = currentDrawSet(config.dataDir)
  const history = drawSet.isImported ? drawSet.draws : undefined
  const onWorkerError = (runId: string, err: Error) => app.log.error({ runId, err }, 'the worker of a run ended')
  const { limits } = config
  const scenarios = listScenarios()
  const warn = (message: string) => app.log.warn(message)
  const store = new Store({ folder: join(config.dataDir, 'store'), history: drawSet.draws, limits, warn })
  const { results } = store
  const ensembleOptions = {
    limits,
    history,
    results,
    workerFile: options.ensembleWorkerFile,
    lifetimes: options.lifetimes,
    onThreadError: (id: string, err: Error) => app.log.error({ id, err }, 'a thread of an ensemble ended'),
  }
  const services = {
    store,
    runs: new RunService({ workerFile, limits, history, results, onWorkerError, ...options }),
    ensembles: new EnsembleService(ensembleOptions),
    comparisons: new ComparisonService(ensembleOptions),
    instruments: new InstrumentService(ensembleOptions),
    futures: new FuturesService({
      dataDir: config.dataDir,
      bundledFolder: options.bundledFutures,
      scenarios,
      history: drawSet.draws,
      threads: limits.ensembleThreads,
      heapMb: limits.runHeapMb,
      workerFile: options.ensembleWorkerFile,
      onThreadError: (err) => app.log.error({ err }, 'a thread of the futures ended'),
    }),
    drawSet,
    scenarios,
    today: () => new Date().toISOString().slice(0, 10),
  }
  const app = await buildApp(config, services, siteFolder)
  const folder = join(config.dataDir, 'under-way')
  const [underWay] = await Promise.all([UnderWay.open({ folder, history, warn }), store.open()])
  services.runs.surviveRestarts(underWay)
  services.ensembles.surviveRestarts(underWay)
  services.comparisons.surviveRestarts(underWay)
  services.instruments.surviveRestarts(underWay)
  const close = async () => {
    process.off('SIGINT', close)
    process.off('SIGTERM', close)
    await app.close()
    await store.close()
    underWay.close()
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  try {
    const address = await app.listen({ host: config.host, port: config.port })
    process.stdout.write(`Express Entry simulator: ${address}\n`)
    return { address, close }
  } catch (error) {
    await close()
    if (!isAddressTaken(error)) throw error
    throw refuse('EE_CONFIG', '$.PORT', `port ${config.port} of ${config.host} is in use by another program`)
  }
}
