import { refuse } from '../../shared/lib/errors.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'

export interface ScenarioLimits {
  /** Days of a run. */
  horizonDays: number
  /** Persons in a pool. */
  poolSize: number
}

/** @throws InputError EE_LIMIT when the scenario has more days or persons than this server allows */
export function assertWithinLimits(scenario: Scenario, limits: ScenarioLimits): void {
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
