import { randomBytes } from 'node:crypto'
import { type Compared, comparedScenarios } from '../../shared/playback/comparisonRun.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { ServerComparison } from './comparison.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { EnsembleThreads } from './ensembleThreads.ts'
import { Residents, usualLifetimes } from './residents.ts'
import { assertWithinLimits } from './scenarioLimits.ts'
import type { UnderWay } from './underWay.ts'
import type { UnderWayEntry } from './underWayEntry.ts'
import type { KeptRequests, NewRequest } from './underWayRequest.ts'

export interface NewComparison {
  /** The baseline first. */
  scenarios: readonly Scenario[]
  /** The baseline's when absent. */
  seed?: string
  runs: number
}

const ID_BYTES = 12
/** With fewer, nothing could be compared before the whole baseline is done. */
const FEWEST_THREADS = 2

/** All comparisons of a server. They share the limits of ensembles: each has threads of its own. */
export class ComparisonService {
  readonly #options: EnsembleServiceOptions
  readonly #comparisons: Residents<ServerComparison>
  #underWay: UnderWay | undefined

  constructor(options: EnsembleServiceOptions) {
    this.#options = options
    const { limits, lifetimes } = options
    this.#comparisons = new Residents<ServerComparison>({
      name: 'comparisons',
      activeLimit: limits.activeEnsembles,
      keptEnded: limits.keptEnsembles,
      lifetimes: { ...usualLifetimes, ...lifetimes },
    })
  }

  /**
   * Starts a comparison.
   *
   * @throws InputError EE_LIMIT (more days or persons than this server allows), EE_BUSY (as many comparisons as it allows), or
   *   what is wrong with a scenario
   */
  create({ scenarios, seed = scenarios[0].seed, runs }: NewComparison): ServerComparison {
    const compared = this.#admit(scenarios, seed)
    const id = randomBytes(ID_BYTES).toString('base64url')
    const [scenario, ...alternatives] = scenarios
    const createdAt = new Date().toISOString()
    const asked = { kind: 'comparison', scenario, alternatives, seed, runs, createdAt } as const
    return this.#start(id, asked, compared, this.#underWay?.keep<'comparison'>(id, { ...asked, alternatives }))
  }

  /** From now on keeps what is under way, and begins again what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.#underWay = underWay
    underWay.resume('comparison', (entry) => {
      const { scenario, alternatives, seed } = entry.request
      this.#start(entry.id, entry.request, this.#admit([scenario, ...alternatives], seed), entry)
    })
  }

  #admit(scenarios: readonly Scenario[], seed: string): Compared[] {
    const { limits, history } = this.#options
    for (const scenario of scenarios) assertWithinLimits(scenario, limits)
    const compared = comparedScenarios(scenarios, { seed, history })
    this.#comparisons.makeRoom()
    return compared
  }

  #start(
    id: string,
    { runs, createdAt }: NewRequest<'comparison'>,
    scenarios: readonly Compared[],
    entry: UnderWayEntry<KeptRequests['comparison']> | undefined,
  ): ServerComparison {
    const { limits, workerFile, onThreadError } = this.#options
    const comparison = new ServerComparison({
      ...{ id, scenarios, runs, entry },
      createdAt: new Date(createdAt),
      threads: Math.max(FEWEST_THREADS, limits.ensembleThreads),
      startThreads: (threads) => new EnsembleThreads({ threads, heapMb: limits.runHeapMb, workerFile }),
      readersLimit: limits.readersPerRun,
      onThreadError: (error) => onThreadError?.(id, error),
    })
    this.#comparisons.add(comparison)
    return comparison
  }

  find(id: string): ServerComparison | undefined {
    return this.#comparisons.find(id)
  }

  /** Newest first. */
  list(): ServerComparison[] {
    return this.#comparisons.list()
  }

  /** Ends a comparison and closes its readers; false when there is none of that id. */
  remove(id: string): boolean {
    return this.#comparisons.remove(id)
  }

  /** Says goodbye to all readers and ends all threads; what is kept stays. */
  async close(): Promise<void> {
    await this.#comparisons.close()
  }
}
