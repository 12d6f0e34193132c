import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError, issue, refuse } from '../../shared/lib/errors.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { packageRoot } from '../packageRoot.ts'

const folder = join(packageRoot, 'scenarios')

/**
 * Reads one scenario file.
 *
 * @throws InputError EE_FILE, EE_JSON, or every issue of the scenario
 */
export function readScenarioFile(path: string): Scenario {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw refuse('EE_FILE', '$', `${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw refuse('EE_JSON', '$', `${path} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
  return readScenario(value)
}

function readBuiltIn(file: string): Scenario {
  const scenario = readScenarioFile(join(folder, file))
  if (file === `${scenario.id}.json`) return scenario
  throw new InputError([
    issue('EE_SCENARIO', '$.id', `received ${scenario.id}; expected the name of its file, ${file}`),
  ])
}

export { summaryOf } from '../../shared/scenario/summary.ts'

let library: readonly Scenario[] | undefined

/** The scenarios that come with the program, by name. */
export function listScenarios(): readonly Scenario[] {
  library ??= readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map(readBuiltIn)
  return library
}

/** The scenario of that name that comes with the program; undefined when there is none. */
export const scenarioById = (id: string): Scenario | undefined => listScenarios().find((scenario) => scenario.id === id)
