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
import { KeptResults } from './keptResults.ts'
import { type Lifetimes, Residents, usualLifetimes } from './residents.ts'
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
export class EnsembleService {
  readonly #options: EnsembleServiceOptions
  readonly #stock: EnsembleThreadStock
  readonly #ensembles: Residents<Ensemble | EndedEnsemble>
  readonly #kept: KeptResults<EnsembleInfo, WorkContent<EnsembleResult>>
  #underWay: UnderWay | undefined

  constructor(options: EnsembleServiceOptions) {
    this.#options = options
    const { limits, workerFile, lifetimes } = options
    this.#stock = new EnsembleThreadStock({ threads: limits.ensembleThreads, heapMb: limits.runHeapMb, workerFile })
    this.#kept = new KeptResults('ensemble', options.results, ({ scenarioId }) => [scenarioId])
    this.#ensembles = new Residents<Ensemble | EndedEnsemble>({
      name: 'ensembles',
      activeLimit: limits.activeEnsembles,
      keptEnded: limits.keptEnsembles,
      lifetimes: { ...usualLifetimes, ...lifetimes },
    })
  }

  /** The finished one that was asked for in the same way, of the same engine and data; undefined when there is none. */
  same(request: NewEnsemble): Promise<EnsembleInfo | undefined> {
    return this.#kept.same(requestOf(request))
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
    const ensemble = this.#start(id, asked, plan, this.#underWay?.keep<'ensemble'>(id, asked))
    // Who is told of it will find it again, whatever happens to this server.
    await this.#kept.begin(requestOf(asked), ensemble.info)
    return ensemble
  }

  /** From now on keeps what is under way, and goes on with what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.#underWay = underWay
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
    this.#ensembles.makeRoom()
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
      onEnd: (ensemble) => this.#kept.end(requestOf(asked), ensemble),
      onThreadError: (error) => onThreadError?.(id, error),
    })
    this.#ensembles.add(ensemble)
    void ensemble.ended.then(() => ensemble.status === 'finished' && this.#stock.giveBack(threads))
    return ensemble
  }

  /** Newest first; of those only in the store, the newest. */
  list(): Promise<EnsembleInfo[]> {
    return this.#kept.list(this.#ensembles.list().map(({ info }) => info))
  }

  /** One that is under way, or was read lately. */
  findHere(id: string): Ensemble | EndedEnsemble | undefined {
    return this.#ensembles.find(id)
  }

  /** @throws InputError EE_STORE */
  async find(id: string): Promise<Ensemble | EndedEnsemble | undefined> {
    const kept = this.findHere(id) ? undefined : await this.#kept.find(id)
    // Somebody else may have asked meanwhile.
    if (kept && !this.findHere(id)) {
      this.#ensembles.add(new EndedWork({ ...kept, readersLimit: this.#options.limits.readersPerRun }))
    }
    return this.findHere(id)
  }

  /** Ends an ensemble and closes its readers; nothing is kept of it. False when there is none of that id. @throws InputError EE_STORE */
  async remove(id: string): Promise<boolean> {
    const wasHere = this.#ensembles.remove(id)
    this.#underWay?.forget(id)
    // What was under way here ends whether or not the store works.
    if (wasHere) await this.#kept.forget(id)
    return wasHere || this.#kept.remove(id)
  }

  /** Says goodbye to all readers and ends all threads; what is kept stays. */
  async close(): Promise<void> {
    await this.#ensembles.close()
    await this.#stock.close()
  }
}
