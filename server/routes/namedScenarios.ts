import { InputError } from '../../shared/lib/errors.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import type { ScenarioOrId } from '../../shared/schema/comparison.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { Services } from '../services.ts'
import { type BodyReading, requestedScenario } from './reading.ts'

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
 * The scenarios that were asked for: those given whole, that come with the program, or that somebody saved.
 *
 * @throws InputError EE_NOT_FOUND with every name there is none of; EE_STORE
 */
export async function scenariosOf(asked: readonly AskedScenario[], services: Services): Promise<Scenario[]> {
  const found = await Promise.all(
    asked.map(async ({ path, given }) => {
      if (typeof given !== 'string') return given
      try {
        return await requestedScenario({ scenarioId: given }, services)
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        return error.issues.map((one) => ({ ...one, path }))
      }
    }),
  )
  const issues = found.flatMap((one) => (Array.isArray(one) ? one : []))
  if (issues.length > 0) throw new InputError(issues)
  return found.flatMap((one) => (Array.isArray(one) ? [] : one))
}
