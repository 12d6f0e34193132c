import { existsSync } from 'node:fs'
import { received, refuse } from '../../shared/lib/errors.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { listScenarios, readScenarioFile, scenarioById } from '../runtime/scenarioLibrary.ts'

/**
 * The scenario a person named: one that comes with the program, or a file.
 *
 * @throws InputError EE_NOT_FOUND when it is neither; EE_FILE, EE_JSON or every issue of the file
 */
export function scenarioOf(nameOrPath: string): Scenario {
  const builtIn = scenarioById(nameOrPath)
  if (builtIn) return builtIn
  if (/[/\\]|\.json$/.test(nameOrPath) || existsSync(nameOrPath)) return readScenarioFile(nameOrPath)
  const names = listScenarios().map(({ id }) => id)
  throw refuse('EE_NOT_FOUND', '$', `received ${received(nameOrPath)}; expected a file, or one of ${names.join(', ')}`)
}
