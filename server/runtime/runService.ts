import { randomBytes } from 'node:crypto'
import type { RunInfo } from '../../shared/schema/api.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { speedRange } from '../../shared/schema/run.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { EndedRun, type RunContent } from './endedRun.ts'
import { KeptWorks } from './keptWorks.ts'
import { type Lifetimes, usualLifetimes } from './residents.ts'
import { Run } from './run.ts'
import { RunReplay } from './runJournal.ts'
import { assertWithinLimits, type ScenarioLimits } from './scenarioLimits.ts'
import type { ResultRequest } from './store/requestKey.ts'
import type { Results } from './store/results.ts'
import type { UnderWay } from './underWay.ts'
import type { UnderWayEntry } from './underWayEntry.ts'
import type { KeptRequests, NewRequest } from './underWayRequest.ts'
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
  /** Where runs that have ended are kept. */
  results: Results
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

const requestOf = ({ scenario, seed }: NewRequest<'run'>): ResultRequest => ({
  kind: 'run',
  scenarios: [scenario],
  seed,
  parameters: {},
})

/** All runs of a server: those under way, those that ended while it was up, and those in the store. */
export class RunService extends KeptWorks<Run, EndedRun, RunInfo, RunContent> {
  readonly #options: RunServiceOptions
  readonly #stock: WorkerStock

  constructor(options: RunServiceOptions) {
    const { limits, workerFile, results } = options
    const lifetimes = { ...usualLifetimes, ...options.lifetimes }
    super({
      ...{ kind: 'run', name: 'runs', results, lifetimes },
      activeLimit: limits.activeRuns,
      keptEnded: KEPT_ENDED_RUNS,
      scenarioIdsOf: ({ scenarioId }) => [scenarioId],
      revive: (kept) => new EndedRun({ ...kept, readersLimit: limits.readersPerRun }),
      look: (run) => {
        const isUnseen = run.unseenMs > lifetimes.pauseUnseen
        if (isUnseen && run instanceof Run && run.status === 'running') run.obey({ type: 'pause' })
      },
    })
    this.#options = options
    this.#stock = new WorkerStock({ file: workerFile, heapMb: limits.runHeapMb })
  }

  /**
   * Starts a run. Its pool is made in its worker; until then it is `preparing`.
   *
   * @throws InputError EE_LIMIT (more days or persons than this server allows), EE_BUSY (as many runs as it allows)
   */
  async create({ scenario, seed = scenario.seed, speed = speedRange.initial, paused = false }: NewRun): Promise<Run> {
    this.#admit(scenario)
    const id = randomBytes(ID_BYTES).toString('base64url')
    const createdAt = new Date().toISOString()
    const asked = { kind: 'run', scenario, seed, speed, paused, createdAt } as const
    const run = this.#start(id, asked, this.underWay?.keep<'run'>(id, asked))
    // Who is told of it will find it again, whatever happens to this server.
    await this.kept.begin(requestOf(asked), run.info)
    return run
  }

  /** From now on keeps what is under way, and goes on with what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.underWay = underWay
    underWay.resume('run', (entry) => {
      this.#admit(entry.request.scenario)
      this.#start(entry.id, entry.request, entry, new RunReplay(entry.readJournal()))
    })
  }

  #admit(scenario: Scenario): void {
    assertWithinLimits(scenario, this.#options.limits)
    this.residents.makeRoom()
  }

  #start(
    id: string,
    asked: NewRequest<'run'>,
    entry: UnderWayEntry<KeptRequests['run']> | undefined,
    replay?: RunReplay,
  ): Run {
    const { scenario, seed, speed, paused, createdAt } = asked
    const { limits, history, onWorkerError } = this.#options
    const run = new Run({
      ...{ id, scenario, seed, history, entry, replay },
      createdAt: new Date(createdAt),
      resumedAt: replay && new Date(),
      speed: replay?.speed ?? speed,
      paused: replay?.isPaused ?? paused,
      worker: this.#stock.take(),
      readersLimit: limits.readersPerRun,
      onEnd: ({ info, content }) => this.kept.end(requestOf(asked), { info: { ...info, readers: 0 }, content }),
      onWorkerError: (error) => onWorkerError?.(id, error),
    })
    this.residents.add(run)
    return run
  }

  get activeCount(): number {
    return this.residents.activeCount
  }

  get limit(): number {
    return this.#options.limits.activeRuns
  }

  override async close(): Promise<void> {
    await Promise.all([super.close(), this.#stock.close()])
  }
}
