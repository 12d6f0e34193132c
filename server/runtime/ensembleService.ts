import { randomBytes } from 'node:crypto'
import { type EnsemblePlan, ensemblePlan } from '../../shared/ensemble/plan.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { EnsembleInfo, EnsembleResult } from '../../shared/schema/ensemble.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { EndedWork, type WorkContent } from './endedWork.ts'
import { Ensemble } from './ensemble.ts'
import { EnsembleThreadStock } from './ensembleThreadStock.ts'
import { KeptWorks } from './keptWorks.ts'
import { type Lifetimes, usualLifetimes } from './residents.ts'
import { assertWithinLimits, type ScenarioLimits } from './scenarioLimits.ts'
import type { ResultRequest } from './store/requestKey.ts'
import type { Results } from './store/results.ts'
import type { UnderWay } from './underWay.ts'
import type { UnderWayEntry } from './underWayEntry.ts'
import type { KeptRequests, NewRequest } from './underWayRequest.ts'

export interface EnsembleLimits extends ScenarioLimits {
  /** Replications of one ensemble. */
  ensembleRuns: number
  /** Ensembles that may be under way at a time. */
  activeEnsembles: number
  /** Ended ensembles kept for people who come back. */
  keptEnsembles: number
  /** Threads of one ensemble. */
  ensembleThreads: number
  readersPerRun: number
  /** MiB of JavaScript heap a thread may use. */
  runHeapMb: number
}

export interface EnsembleServiceOptions {
  limits: EnsembleLimits
  /** The bundled worker when absent. */
  workerFile?: string
  /** Published draws that were imported; the bundled ones when absent. */
  history?: readonly PublishedDraw[]
  lifetimes?: Partial<Lifetimes>
  /** Where ensembles that have ended are kept. */
  results: Results
  /** Told what ended a thread. */
  onThreadError?(ensembleId: string, error: Error): void
}

export interface NewEnsemble {
  scenario: Scenario
  /** The scenario's own when absent. */
  seed?: string
  runs: number
}

type EndedEnsemble = EndedWork<EnsembleInfo, EnsembleResult>

const ID_BYTES = 12

const requestOf = ({ scenario, seed = scenario.seed, runs }: NewEnsemble): ResultRequest => ({
  kind: 'ensemble',
  scenarios: [scenario],
  seed,
  parameters: { runs },
})

/** All ensembles of a server, also those in the store. Each has threads of its own; those of a finished one go to the next. */
export class EnsembleService extends KeptWorks<Ensemble, EndedEnsemble, EnsembleInfo, WorkContent<EnsembleResult>> {
  readonly #options: EnsembleServiceOptions
  readonly #stock: EnsembleThreadStock

  constructor(options: EnsembleServiceOptions) {
    const { limits, workerFile, lifetimes, results } = options
    super({
      ...{ kind: 'ensemble', name: 'ensembles', results },
      lifetimes: { ...usualLifetimes, ...lifetimes },
      activeLimit: limits.activeEnsembles,
      keptEnded: limits.keptEnsembles,
      scenarioIdsOf: ({ scenarioId }) => [scenarioId],
      revive: (kept) => new EndedWork({ ...kept, readersLimit: limits.readersPerRun }),
    })
    this.#options = options
    this.#stock = new EnsembleThreadStock({ threads: limits.ensembleThreads, heapMb: limits.runHeapMb, workerFile })
  }

  /** The finished one that was asked for in the same way, of the same engine and data; undefined when there is none. */
  same(request: NewEnsemble): Promise<EnsembleInfo | undefined> {
    return this.answered(requestOf(request))
  }

  /**
   * Starts an ensemble.
   *
   * @throws InputError EE_LIMIT (more replications, days or persons than this server allows), EE_BUSY (as many ensembles
   * as it allows), or what is wrong with the scenario
   */
  async create({ scenario, seed = scenario.seed, runs }: NewEnsemble): Promise<Ensemble> {
    const plan = this.#admit(scenario, seed, runs)
    const id = randomBytes(ID_BYTES).toString('base64url')
    const asked = { kind: 'ensemble', scenario, seed, runs, createdAt: new Date().toISOString() } as const
    const ensemble = this.#start(id, asked, plan, this.underWay?.keep<'ensemble'>(id, asked))
    // Who is told of it will find it again, whatever happens to this server.
    await this.kept.begin(requestOf(asked), ensemble.info)
    return ensemble
  }

  /** From now on keeps what is under way, and goes on with what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.underWay = underWay
    underWay.resume('ensemble', (entry) => {
      const { scenario, seed, runs } = entry.request
      const plan = this.#admit(scenario, seed, runs)
      this.#start(entry.id, entry.request, plan, entry, { checkpoint: entry.readCheckpoint() })
    })
  }

  /** What its runs have in common, once it is clear that there is room for it. */
  #admit(scenario: Scenario, seed: string, runs: number): EnsemblePlan {
    const { limits, history } = this.#options
    assertWithinLimits(scenario, limits)
    if (runs > limits.ensembleRuns) {
      throw refuse('EE_LIMIT', '$.runs', `received ${runs} runs; this server allows up to ${limits.ensembleRuns}`)
    }
    const plan = ensemblePlan(scenario, { seed, history })
    this.residents.makeRoom()
    return plan
  }

  #start(
    id: string,
    asked: NewRequest<'ensemble'>,
    plan: EnsemblePlan,
    entry: UnderWayEntry<KeptRequests['ensemble']> | undefined,
    resumed?: { checkpoint?: Uint8Array },
  ): Ensemble {
    const { scenario, seed, runs, createdAt } = asked
    const { limits, history, onThreadError } = this.#options
    const threads = this.#stock.take()
    const ensemble = new Ensemble({
      ...{ id, plan, runs, threads, entry, ...resumed },
      createdAt: new Date(createdAt),
      resumedAt: resumed && new Date(),
      job: jobOf(scenario, { seed, history }),
      readersLimit: limits.readersPerRun,
      onEnd: (ensemble) => this.kept.end(requestOf(asked), ensemble),
      onThreadError: (error) => onThreadError?.(id, error),
    })
    this.residents.add(ensemble)
    void ensemble.ended.then(() => ensemble.status === 'finished' && this.#stock.giveBack(threads))
    return ensemble
  }

  override async close(): Promise<void> {
    await super.close()
    await this.#stock.close()
  }
}
