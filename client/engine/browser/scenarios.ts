import { canonicalJson } from '../../../shared/lib/canonicalJson.ts'
import { digest } from '../../../shared/lib/hash.ts'
import { readScenario } from '../../../shared/scenario/load.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { remembered } from '../../lib/remembered.ts'
import { found } from './answered.ts'

/** The scenarios that come with the program, by name. */
export const bundledScenarios: readonly Scenario[] = Object.values(
  import.meta.glob<Scenario>('../../../scenarios/*.json', { eager: true, import: 'default' }),
)

/** Scenarios of the reader's own that were run: by a name that stands for what they say, as long as the window is open. */
const ownScenarios = new Map<string, Scenario>()

function nameOfOwn(scenario: Scenario): string {
  const name = `own-${digest(canonicalJson(scenario))}`
  ownScenarios.set(name, scenario)
  remembered(name, 'window').write(JSON.stringify(scenario))
  return name
}

function rememberedOwn(name: string): Scenario | undefined {
  const text = remembered(name, 'window').read()
  try {
    return text === null ? undefined : readScenario(JSON.parse(text))
  } catch {
    // Written by another version of these pages: nobody can run it any more.
    return undefined
  }
}

/** A scenario by the name that {@link nameOf} gives it; undefined when nobody has it any more. */
export const scenarioByName = (name: string): Scenario | undefined =>
  bundledScenarios.find((scenario) => scenario.id === name) ?? ownScenarios.get(name) ?? rememberedOwn(name)

/**
 * The scenario of a request: its own, or one that comes with the program.
 *
 * @throws ApiError EE_NOT_FOUND
 * @throws InputError when it cannot be run
 */
export const scenarioOf = (asked: Scenario | string): Scenario =>
  typeof asked === 'string' ? found(scenarioByName(asked), `scenario ${asked}`) : readScenario(asked)

/** The same as a name, for an id that tells how to make something again. */
export const nameOf = ({ scenario, scenarioId }: { scenario?: Scenario; scenarioId?: string }): string =>
  scenario ? nameOfOwn(readScenario(scenario)) : found(scenarioId, 'scenario without a name')
