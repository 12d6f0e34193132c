import { randomBytes } from 'node:crypto'
import { refuse } from '../../shared/lib/errors.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { speedRange } from '../../shared/schema/run.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { Run } from './run.ts'
import { WorkerStock } from './workerStock.ts'

export interface RunLimits {
  /** Runs that may be under way at a time; each has a worker thread and a pool. */
  activeRuns: number
  readersPerRun: number
  horizonDays: number
  /** Persons in a pool. */
  poolSize: number
  /** MiB of JavaScript heap a worker may use. */
  runHeapMb: number
}

/** How long runs are kept, in milliseconds. Seen = read along or asked for. */
export interface RunLifetimes {
  /** A run that nobody has seen for this long is paused. */
  pauseUnseen: number
  /** When the server is full, a run that nobody has seen for this long gives its place to a new one. */
  yieldUnseen: number
  /** A run that nobody has seen for this long is removed, whatever its state. */
  removeUnseen: number
  /** A reader of whom nothing was heard for this long is dropped. */
  readerSilence: number
  /** How often the above is looked at. */
  sweep: number
}

const usualLifetimes: RunLifetimes = {
  pauseUnseen: 120_000,
  yieldUnseen: 30_000,
  removeUnseen: 3_600_000,
  readerSilence: 60_000,
  sweep: 10_000,
}

/** Ended runs kept for people who come back; beyond that the one unseen for longest is removed. */
const KEPT_ENDED_RUNS = 50
const ID_BYTES = 12

export interface RunServiceOptions {
  workerFile: string
  limits: RunLimits
  /** Published draws that were imported; runs use the bundled ones when absent. */
  history?: readonly PublishedDraw[]
  lifetimes?: Partial<RunLifetimes>
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

/** All runs of a server: makes them, finds them, and ends those nobody looks at. */
export class RunService {
  readonly #options: RunServiceOptions
  readonly #lifetimes: RunLifetimes
  readonly #stock: WorkerStock
  readonly #runs = new Map<string, Run>()
  readonly #sweeper: NodeJS.Timeout

  constructor(options: RunServiceOptions) {
    this.#options = options
    this.#lifetimes = { ...usualLifetimes, ...options.lifetimes }
    this.#stock = new WorkerStock({ file: options.workerFile, heapMb: options.limits.runHeapMb })
    this.#sweeper = setInterval(() => this.#sweep(), this.#lifetimes.sweep).unref()
  }

  /**
   * Starts a run. Its pool is made in its worker; until then it is `preparing`.
   *
   * @throws InputError EE_LIMIT (more days or persons than this server allows), EE_BUSY (as many runs as it allows)
   */
  create({ scenario, seed, speed, paused }: NewRun): Run {
    this.#assertWithinLimits(scenario)
    this.#makeRoom()
    const id = randomBytes(ID_BYTES).toString('base64url')
    const run = new Run({
      id,
      scenario,
      seed: seed ?? scenario.seed,
      history: this.#options.history,
      speed: speed ?? speedRange.initial,
      paused: paused ?? false,
      worker: this.#stock.take(),
      readersLimit: this.#options.limits.readersPerRun,
      onWorkerError: (error) => this.#options.onWorkerError?.(id, error),
    })
    this.#runs.set(id, run)
    return run
  }

  /** Newest first. */
  list(): Run[] {
    return [...this.#runs.values()].reverse()
  }

  find(id: string): Run | undefined {
    return this.#runs.get(id)
  }

  /** Ends a run and closes its readers; false when there is none of that id. */
  remove(id: string): boolean {
    const run = this.#runs.get(id)
    if (!run) return false
    this.#runs.delete(id)
    void run.close(closeCodes.runGone, 'the run was removed')
    return true
  }

  get activeCount(): number {
    return this.list().filter((run) => run.isActive).length
  }

  get limit(): number {
    return this.#options.limits.activeRuns
  }

  /** Says goodbye to all readers and ends all workers. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper)
    const closing = this.list().map((run) => run.close(closeCodes.goingAway, 'the server is stopping'))
    this.#runs.clear()
    await Promise.all([...closing, this.#stock.close()])
  }

  #assertWithinLimits(scenario: Scenario): void {
    const { limits } = this.#options
    const size = scenario.population?.size ?? 0
    if (scenario.horizonDays > limits.horizonDays) {
      const message = `received ${scenario.horizonDays} days; this server allows up to ${limits.horizonDays}`
      throw refuse('EE_LIMIT', '$.scenario.horizonDays', message)
    }
    if (size > limits.poolSize) {
      const message = `received ${size} persons; this server allows up to ${limits.poolSize}`
      throw refuse('EE_LIMIT', '$.scenario.population.size', message)
    }
  }

  #makeRoom(): void {
    if (this.activeCount < this.limit) return
    const [unseen] = longestUnseenFirst(this.list().filter((run) => run.isActive))
    if (unseen && unseen.unseenMs > this.#lifetimes.yieldUnseen) this.remove(unseen.id)
    else throw refuse('EE_BUSY', '$', `this server allows ${this.limit} runs at a time; watch one, or come back later`)
  }

  #sweep(): void {
    const { pauseUnseen, removeUnseen, readerSilence } = this.#lifetimes
    for (const run of this.list()) {
      if (run.unseenMs > removeUnseen) this.remove(run.id)
      else if (run.unseenMs > pauseUnseen && run.status === 'running') run.obey({ type: 'pause' })
      run.checkReaders(readerSilence)
    }
    const ended = longestUnseenFirst(this.list().filter((run) => !run.isActive))
    for (const run of ended.slice(0, Math.max(0, ended.length - KEPT_ENDED_RUNS))) this.remove(run.id)
  }
}

const longestUnseenFirst = (runs: readonly Run[]): Run[] => runs.toSorted((a, b) => b.unseenMs - a.unseenMs)
