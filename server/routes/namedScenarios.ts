import { InputError, refuse } from '../../shared/lib/errors.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import type { ScenarioOrId } from '../../shared/schema/comparison.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { BodyReading } from './reading.ts'

/** A scenario, or its name, at `path` of a body: a scenario is read, with all that is wrong with it. */
export function readScenarioOrId(reading: BodyReading, path: string, given: unknown): unknown {
  if (typeof given === 'string' || given === undefined) return given
  return reading.piece(path, () => readScenario(given))
}

export interface AskedScenario {
  path: string
  given: ScenarioOrId
}

/**
 * The scenarios that were asked for.
 *
 * @throws InputError EE_NOT_FOUND with every name there is none of
 */
export function scenariosOf(asked: readonly AskedScenario[], known: readonly Scenario[]): Scenario[] {
  const found = asked.map(({ path, given }) => ({
    path,
    given,
    scenario: typeof given === 'string' ? known.find(({ id }) => id === given) : given,
  }))
  const issues = found.flatMap(({ path, given, scenario }) =>
    scenario ? [] : refuse('EE_NOT_FOUND', path, `there is no scenario ${given}`).issues,
  )
  if (issues.length > 0) throw new InputError(issues)
  return found.flatMap(({ scenario }) => scenario ?? [])
}
