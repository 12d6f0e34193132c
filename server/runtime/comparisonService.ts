import { ComparisonRun } from '../../shared/playback/comparisonRun.ts'
import { familyOf } from '../../shared/playback/familyRun.ts'
import type { ComparisonResult } from '../../shared/schema/comparison.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { type FamilyWork, FamilyWorks, type NewFamilyWork } from './familyWork.ts'
import { assertWithinLimits } from './scenarioLimits.ts'
import type { UnderWay } from './underWay.ts'

export interface NewComparison {
  /** The baseline first. */
  scenarios: readonly Scenario[]
  /** The baseline's when absent. */
  seed?: string
  runs: number
}

/** All comparisons of a server. */
export class ComparisonService extends FamilyWorks<ComparisonResult> {
  #underWay: UnderWay | undefined

  constructor(options: EnsembleServiceOptions) {
    super(options, '/api/compare', 'comparisons')
  }

  /**
   * Starts a comparison.
   *
   * @throws InputError EE_LIMIT (more days or persons than this server allows), EE_BUSY (as many comparisons as it allows), or
   *   what is wrong with a scenario
   */
  create(asked: NewComparison): FamilyWork<ComparisonResult> {
    const { scenarios, seed = scenarios[0].seed, runs } = asked
    const [scenario, ...alternatives] = scenarios
    const keep = (id: string, createdAt: string) =>
      this.#underWay?.keep<'comparison'>(id, { kind: 'comparison', scenario, alternatives, seed, runs, createdAt })
    return this.#begin(asked, { keep })
  }

  /** From now on keeps what is under way, and begins again what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.#underWay = underWay
    underWay.resume('comparison', (entry) => {
      const { scenario, alternatives, seed, runs, createdAt } = entry.request
      const asked = { scenarios: [scenario, ...alternatives], seed, runs }
      this.#begin(asked, { id: entry.id, createdAt, keep: () => entry })
    })
  }

  #begin(
    { scenarios, seed, runs }: NewComparison,
    stay: Pick<NewFamilyWork<ComparisonResult>, 'id' | 'createdAt' | 'keep'>,
  ): FamilyWork<ComparisonResult> {
    const { limits, history } = this.options
    for (const scenario of scenarios) assertWithinLimits(scenario, limits)
    const members = familyOf(scenarios, { seed, history })
    return this.start({ ...stay, members, runs, begin: (options) => new ComparisonRun(options) })
  }
}
