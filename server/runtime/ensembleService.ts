import { randomBytes } from 'node:crypto'
import { type EnsemblePlan, ensemblePlan } from '../../shared/ensemble/plan.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { Ensemble } from './ensemble.ts'
import { EnsembleThreadStock } from './ensembleThreadStock.ts'
import { type Lifetimes, Residents, usualLifetimes } from './residents.ts'
import { assertWithinLimits, type ScenarioLimits } from './scenarioLimits.ts'
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
  /** Told what ended a thread. */
  onThreadError?(ensembleId: string, error: Error): void
}

export interface NewEnsemble {
  scenario: Scenario
  /** The scenario's own when absent. */
  seed?: string
  runs: number
}

const ID_BYTES = 12

/** All ensembles of a server. Each has threads of its own; those of a finished one go to the next. */
export class EnsembleService {
  readonly #options: EnsembleServiceOptions
  readonly #stock: EnsembleThreadStock
  readonly #ensembles: Residents<Ensemble>
  #underWay: UnderWay | undefined

  constructor(options: EnsembleServiceOptions) {
    this.#options = options
    const { limits, workerFile, lifetimes } = options
    this.#stock = new EnsembleThreadStock({ threads: limits.ensembleThreads, heapMb: limits.runHeapMb, workerFile })
    this.#ensembles = new Residents<Ensemble>({
      name: 'ensembles',
      activeLimit: limits.activeEnsembles,
      keptEnded: limits.keptEnsembles,
      lifetimes: { ...usualLifetimes, ...lifetimes },
    })
  }

  /**
   * Starts an ensemble.
   *
   * @throws InputError EE_LIMIT (more replications, days or persons than this server allows), EE_BUSY (as many ensembles
   * as it allows), or what is wrong with the scenario
   */
  create({ scenario, seed = scenario.seed, runs }: NewEnsemble): Ensemble {
    const plan = this.#admit(scenario, seed, runs)
    const id = randomBytes(ID_BYTES).toString('base64url')
    const asked = { kind: 'ensemble', scenario, seed, runs, createdAt: new Date().toISOString() } as const
    return this.#start(id, asked, plan, this.#underWay?.keep<'ensemble'>(id, asked))
  }

  /** From now on keeps what is under way, and goes on with what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.#underWay = underWay
    underWay.resume('ensemble', (entry) => {
      const { scenario, seed, runs } = entry.request
      const plan = this.#admit(scenario, seed, runs)
      this.#start(entry.id, entry.request, plan, entry, entry.readCheckpoint())
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
    { scenario, seed, runs, createdAt }: NewRequest<'ensemble'>,
    plan: EnsemblePlan,
    entry: UnderWayEntry<KeptRequests['ensemble']> | undefined,
    checkpoint?: Uint8Array,
  ): Ensemble {
    const { limits, history, onThreadError } = this.#options
    const threads = this.#stock.take()
    const ensemble = new Ensemble({
      ...{ id, plan, runs, threads, entry, checkpoint },
      createdAt: new Date(createdAt),
      job: jobOf(scenario, { seed, history }),
      readersLimit: limits.readersPerRun,
      onThreadError: (error) => onThreadError?.(id, error),
    })
    this.#ensembles.add(ensemble)
    void ensemble.ended.then(() => ensemble.status === 'finished' && this.#stock.giveBack(threads))
    return ensemble
  }

  /** Newest first. */
  list(): Ensemble[] {
    return this.#ensembles.list()
  }

  find(id: string): Ensemble | undefined {
    return this.#ensembles.find(id)
  }

  /** Ends an ensemble and closes its readers; false when there is none of that id. */
  remove(id: string): boolean {
    return this.#ensembles.remove(id)
  }

  /** Says goodbye to all readers and ends all threads; what is kept stays. */
  async close(): Promise<void> {
    await this.#ensembles.close()
    await this.#stock.close()
  }
}
