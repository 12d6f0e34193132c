import type { Futures } from '../../shared/chance/futures.ts'
import { InputError, issue, refuse } from '../../shared/lib/errors.ts'
import type { EnsembleRun } from '../../shared/playback/ensembleRun.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { EnsembleThreads } from './ensembleThreads.ts'
import { type FuturesRequest, keepFutures, keptFutures, planOf, startFutures, usualFutures } from './futuresFile.ts'

/** Futures chances are read from. */
const FUTURES = usualFutures.runs
/** Fewer than this say too little to be told. */
const FEWEST_FUTURES = 100

export interface FuturesServiceOptions {
  dataDir: string
  scenarios: readonly Scenario[]
  history: readonly PublishedDraw[]
  threads: number
  heapMb: number
  /** Where futures that come with the program are; those of the package when absent. */
  bundledFolder?: string
  /** The bundled worker when absent. */
  workerFile?: string
  onThreadError?(error: Error): void
}

interface Resident {
  scenario: Scenario
  /** Absent until the pool they start from is known. */
  futures?: Futures
  /** Absent before, and when the futures are complete. */
  run?: EnsembleRun
}

/** How far the first futures of a scenario are, in the words and figures of EE_BUSY. */
function notYet(done: number, run: EnsembleRun | undefined): InputError {
  const wholeMs = run?.progress.timeLeftMs ?? null
  const timeLeftMs = wholeMs === null ? null : Math.round((wholeMs * (FEWEST_FUTURES - done)) / (FUTURES - done))
  const left = timeLeftMs === null ? 'a minute' : `${Math.ceil(timeLeftMs / 1000)} s`
  const message = `${done} of the first ${FEWEST_FUTURES} futures are simulated; ask again in about ${left}`
  const progress = { runsDone: done, runs: FEWEST_FUTURES, timeLeftMs }
  return new InputError([{ ...issue('EE_BUSY', '$', message), progress }])
}

/**
 * The futures of the scenarios that come with the program, simulated when somebody first asks and kept in the data folder.
 * Nothing about who asks is kept.
 */
export class FuturesService {
  readonly #options: FuturesServiceOptions
  readonly #residents = new Map<string, Resident>()
  readonly #threads = new Set<EnsembleThreads>()
  #isClosed = false

  constructor(options: FuturesServiceOptions) {
    this.#options = options
  }

  /**
   * The futures of a scenario, as many as there are by now.
   *
   * @throws InputError EE_NOT_FOUND for an unknown scenario; EE_BUSY with its progress while there are too few
   */
  of(scenarioId: string): { futures: Futures; scenario: Scenario } {
    const { futures, run, scenario } = this.#residents.get(scenarioId) ?? this.#begin(scenarioId)
    const done = futures?.table.runs ?? 0
    if (!futures || (run && done < FEWEST_FUTURES)) throw notYet(done, run)
    return { futures, scenario }
  }

  #begin(scenarioId: string): Resident {
    const { dataDir, scenarios, history, bundledFolder } = this.#options
    const scenario = scenarios.find(({ id }) => id === scenarioId)
    if (!scenario) {
      const names = scenarios.map(({ id }) => id).join(', ')
      throw refuse('EE_NOT_FOUND', '$.scenarioId', `received ${scenarioId}; expected one of ${names}`)
    }
    const request: FuturesRequest = { scenario, history, runs: FUTURES }
    const plan = planOf(request)
    const kept = keptFutures(dataDir, plan, FUTURES, bundledFolder)
    const resident: Resident = { scenario, futures: kept }
    this.#residents.set(scenarioId, resident)
    if (!kept) void this.#simulate(resident, request, plan)
    return resident
  }

  async #simulate(resident: Resident, request: FuturesRequest, plan: ReturnType<typeof planOf>): Promise<void> {
    const { dataDir, threads: count, heapMb, workerFile, onThreadError } = this.#options
    const threads = new EnsembleThreads({ threads: count, heapMb, workerFile })
    this.#threads.add(threads)
    try {
      const { futures, run } = await startFutures(request, plan, { threads, onThreadError })
      Object.assign(resident, { futures, run })
      const { status } = await run.outcome
      // Whoever asks next begins anew.
      if (status === 'failed') this.#residents.delete(request.scenario.id)
      if (status !== 'finished') return
      resident.run = undefined
      keepFutures(dataDir, plan, futures)
    } catch (error) {
      if (!resident.futures) this.#residents.delete(request.scenario.id)
      if (!this.#isClosed) onThreadError?.(error instanceof Error ? error : new Error(String(error)))
    } finally {
      this.#threads.delete(threads)
      await threads.close()
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const { run } of this.#residents.values()) run?.cancel()
    await Promise.all([...this.#threads].map((threads) => threads.close()))
  }
}
