import { randomBytes } from 'node:crypto'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { Ensemble } from './ensemble.ts'
import { EnsembleThreadStock } from './ensembleThreadStock.ts'
import { type Lifetimes, Residents, usualLifetimes } from './residents.ts'
import { assertWithinLimits, type ScenarioLimits } from './scenarioLimits.ts'

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
  create({ scenario, seed, runs }: NewEnsemble): Ensemble {
    const { limits, history, onThreadError } = this.#options
    assertWithinLimits(scenario, limits)
    if (runs > limits.ensembleRuns) {
      throw refuse('EE_LIMIT', '$.runs', `received ${runs} runs; this server allows up to ${limits.ensembleRuns}`)
    }
    const plan = ensemblePlan(scenario, { seed, history })
    this.#ensembles.makeRoom()
    const id = randomBytes(ID_BYTES).toString('base64url')
    const threads = this.#stock.take()
    const ensemble = new Ensemble({
      id,
      plan,
      job: jobOf(scenario, { seed: plan.settings.seed, history }),
      runs,
      threads,
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

  /** Says goodbye to all readers and ends all threads. */
  async close(): Promise<void> {
    await this.#ensembles.close()
    await this.#stock.close()
  }
}
