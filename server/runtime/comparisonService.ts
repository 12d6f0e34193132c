import { ComparisonRun } from '../../shared/playback/comparisonRun.ts'
import { familyOf } from '../../shared/playback/familyRun.ts'
import type { ComparisonInfo, ComparisonResult } from '../../shared/schema/comparison.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { type FamilyWork, FamilyWorks, type NewFamilyWork, type Stay } from './familyWork.ts'
import { assertWithinLimits } from './scenarioLimits.ts'
import type { ResultRequest } from './store/requestKey.ts'
import type { UnderWay } from './underWay.ts'

export interface NewComparison {
  /** The baseline first. */
  scenarios: readonly Scenario[]
  /** The baseline's when absent. */
  seed?: string
  runs: number
}

const requestOf = ({ scenarios, seed = scenarios[0].seed, runs }: NewComparison): ResultRequest => ({
  ...{ kind: 'comparison', scenarios, seed },
  parameters: { runs },
})

/** All comparisons of a server. */
export class ComparisonService extends FamilyWorks<ComparisonResult> {
  constructor(options: EnsembleServiceOptions) {
    super(options, { kind: 'comparison', name: 'comparisons', path: '/api/compare' })
  }

  /** The finished one that was asked for in the same way, of the same engine and data; undefined when there is none. */
  same(asked: NewComparison): Promise<ComparisonInfo | undefined> {
    return this.answered(requestOf(asked))
  }

  /**
   * Starts a comparison.
   *
   * @throws InputError EE_LIMIT (more days or persons than this server allows), EE_BUSY (as many comparisons as it allows), or
   *   what is wrong with a scenario
   */
  async create(asked: NewComparison): Promise<FamilyWork<ComparisonResult>> {
    const { scenarios, seed = scenarios[0].seed, runs } = asked
    const [scenario, ...alternatives] = scenarios
    const keep = (id: string, createdAt: string) =>
      this.underWay?.keep<'comparison'>(id, { kind: 'comparison', scenario, alternatives, seed, runs, createdAt })
    return this.startNew(this.#work(asked, { keep }))
  }

  /** From now on keeps what is under way, and begins again what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.underWay = underWay
    underWay.resume('comparison', (entry) => {
      const { scenario, alternatives, seed, runs, createdAt } = entry.request
      const asked = { scenarios: [scenario, ...alternatives], seed, runs }
      const resumedAt = new Date().toISOString()
      this.start(this.#work(asked, { id: entry.id, createdAt, resumedAt, keep: () => entry }))
    })
  }

  /** @throws InputError EE_LIMIT, or what is wrong with a scenario */
  #work(asked: NewComparison, stay: Stay<ComparisonResult>): NewFamilyWork<ComparisonResult> {
    const { scenarios, seed, runs } = asked
    const { limits, history } = this.options
    for (const scenario of scenarios) assertWithinLimits(scenario, limits)
    const members = familyOf(scenarios, { seed, history })
    const scenarioIds = scenarios.map(({ id }) => id)
    return {
      ...stay,
      request: requestOf(asked),
      scenarioIds,
      members,
      runs,
      begin: (options) => new ComparisonRun(options),
    }
  }
}
