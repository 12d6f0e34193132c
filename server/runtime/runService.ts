import { randomBytes } from 'node:crypto'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { speedRange } from '../../shared/schema/run.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { type Lifetimes, Residents, usualLifetimes } from './residents.ts'
import { Run } from './run.ts'
import { assertWithinLimits, type ScenarioLimits } from './scenarioLimits.ts'
import { WorkerStock } from './workerStock.ts'

export interface RunLimits extends ScenarioLimits {
  /** Runs that may be under way at a time; each has a worker thread and a pool. */
  activeRuns: number
  readersPerRun: number
  /** MiB of JavaScript heap a worker may use. */
  runHeapMb: number
}

/** Ended runs kept for people who come back. */
const KEPT_ENDED_RUNS = 50
const ID_BYTES = 12

export interface RunServiceOptions {
  workerFile: string
  limits: RunLimits
  /** Published draws that were imported; runs use the bundled ones when absent. */
  history?: readonly PublishedDraw[]
  lifetimes?: Partial<Lifetimes>
  /** Told what ended a worker. */
  onWorkerError?(runId: string, error: Error): void
}

export interface NewRun {
  scenario: Scenario
  /** The scenario's own when absent. */
  seed?: string
  speed?: number
  paused?: boolean
}

/** All runs of a server. One that plays on unseen is paused. */
export class RunService {
  readonly #options: RunServiceOptions
  readonly #stock: WorkerStock
  readonly #runs: Residents<Run>

  constructor(options: RunServiceOptions) {
    this.#options = options
    const { limits, workerFile } = options
    const lifetimes = { ...usualLifetimes, ...options.lifetimes }
    this.#stock = new WorkerStock({ file: workerFile, heapMb: limits.runHeapMb })
    this.#runs = new Residents<Run>({
      name: 'runs',
      activeLimit: limits.activeRuns,
      keptEnded: KEPT_ENDED_RUNS,
      lifetimes,
      look: (run) => {
        if (run.unseenMs > lifetimes.pauseUnseen && run.status === 'running') run.obey({ type: 'pause' })
      },
    })
  }

  /**
   * Starts a run. Its pool is made in its worker; until then it is `preparing`.
   *
   * @throws InputError EE_LIMIT (more days or persons than this server allows), EE_BUSY (as many runs as it allows)
   */
  create({ scenario, seed, speed, paused }: NewRun): Run {
    const { limits, history, onWorkerError } = this.#options
    assertWithinLimits(scenario, limits)
    this.#runs.makeRoom()
    const id = randomBytes(ID_BYTES).toString('base64url')
    const run = new Run({
      id,
      scenario,
      seed: seed ?? scenario.seed,
      history,
      speed: speed ?? speedRange.initial,
      paused: paused ?? false,
      worker: this.#stock.take(),
      readersLimit: limits.readersPerRun,
      onWorkerError: (error) => onWorkerError?.(id, error),
    })
    this.#runs.add(run)
    return run
  }

  /** Newest first. */
  list(): Run[] {
    return this.#runs.list()
  }

  find(id: string): Run | undefined {
    return this.#runs.find(id)
  }

  /** Ends a run and closes its readers; false when there is none of that id. */
  remove(id: string): boolean {
    return this.#runs.remove(id)
  }

  get activeCount(): number {
    return this.#runs.activeCount
  }

  get limit(): number {
    return this.#options.limits.activeRuns
  }

  /** Says goodbye to all readers and ends all workers. */
  async close(): Promise<void> {
    await Promise.all([this.#runs.close(), this.#stock.close()])
  }
}
