import type { Futures } from '../../shared/chance/answer.ts'
import { refuse } from '../../shared/lib/errors.ts'
import type { EnsembleRun } from '../../shared/playback/ensembleRun.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { EnsembleThreads } from './ensembleThreads.ts'
import { type FuturesRequest, keepFutures, keptFutures, planOf, startFutures } from './futuresFile.ts'

/** Futures chances are read from. */
const FUTURES = 1000
/** Fewer than this say too little to be told. */
const FEWEST_FUTURES = 100

export interface FuturesServiceOptions {
  dataDir: string
  scenarios: readonly Scenario[]
  history: readonly PublishedDraw[]
  threads: number
  heapMb: number
  /** The bundled worker when absent. */
  workerFile?: string
  onThreadError?(error: Error): void
}

interface Resident {
  futures: Futures
  scenario: Scenario
  /** Absent when the futures were kept from an earlier time. */
  run?: EnsembleRun
}

/**
 * The futures of the scenarios that come with the program, simulated when somebody first asks and kept in the data folder.
 * Nothing about who asks is kept.
 */
export class FuturesService {
  readonly #options: FuturesServiceOptions
  readonly #residents = new Map<string, Resident>()
  readonly #threads = new Set<EnsembleThreads>()

  constructor(options: FuturesServiceOptions) {
    this.#options = options
  }

  /**
   * The futures of a scenario, as many as there are by now.
   *
   * @throws InputError EE_NOT_FOUND for an unknown scenario; EE_BUSY while there are too few; EE_ENSEMBLE_FAILED
   */
  of(scenarioId: string): { futures: Futures; scenario: Scenario } {
    const resident = this.#residents.get(scenarioId) ?? this.#begin(scenarioId)
    const { runs } = resident.futures.table
    if (resident.run && runs < FEWEST_FUTURES) {
      const { timeLeftMs } = resident.run.progress
      const left = timeLeftMs === null ? 'a minute' : `${Math.ceil(((timeLeftMs / FUTURES) * FEWEST_FUTURES) / 1000)} s`
      const message = `${runs} of the first ${FEWEST_FUTURES} futures are simulated; ask again in about ${left}`
      throw refuse('EE_BUSY', '$', message)
    }
    return resident
  }

  #begin(scenarioId: string): Resident {
    const { dataDir, scenarios, history } = this.#options
    const scenario = scenarios.find(({ id }) => id === scenarioId)
    if (!scenario) {
      const names = scenarios.map(({ id }) => id).join(', ')
      throw refuse('EE_NOT_FOUND', '$.scenarioId', `received ${scenarioId}; expected one of ${names}`)
    }
    const request: FuturesRequest = { scenario, history, runs: FUTURES }
    const plan = planOf(request)
    const kept = keptFutures(dataDir, plan, FUTURES)
    const resident: Resident = kept ? { futures: kept, scenario } : this.#simulate(request, plan)
    this.#residents.set(scenarioId, resident)
    return resident
  }

  #simulate(request: FuturesRequest, plan: ReturnType<typeof planOf>): Resident {
    const { dataDir, threads: count, heapMb, workerFile, onThreadError } = this.#options
    const threads = new EnsembleThreads({ threads: count, heapMb, workerFile })
    this.#threads.add(threads)
    const { futures, run } = startFutures(request, plan, { threads, onThreadError })
    const resident: Resident = { futures, scenario: request.scenario, run }
    void run.outcome.then(async ({ status }) => {
      this.#threads.delete(threads)
      await threads.close()
      // Whoever asks next begins anew.
      if (status === 'failed') this.#residents.delete(request.scenario.id)
      if (status !== 'finished') return
      resident.run = undefined
      try {
        keepFutures(dataDir, plan, futures)
      } catch (error) {
        onThreadError?.(error instanceof Error ? error : new Error(String(error)))
      }
    })
    return resident
  }

  async close(): Promise<void> {
    for (const { run } of this.#residents.values()) run?.cancel()
    await Promise.all([...this.#threads].map((threads) => threads.close()))
  }
}
