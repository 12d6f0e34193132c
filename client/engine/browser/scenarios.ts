import { canonicalJson } from '../../../shared/lib/canonicalJson.ts'
import { refuse } from '../../../shared/lib/errors.ts'
import { digest } from '../../../shared/lib/hash.ts'
import { readScenario, scenarioIssues } from '../../../shared/scenario/load.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { found } from './answered.ts'
import { windowStore } from './windowStore.ts'

/** The scenarios that come with the program. */
export const bundledScenarios: readonly Scenario[] = Object.values(
  import.meta.glob<Scenario>('../../../scenarios/*.json', { eager: true, import: 'default' }),
)

/** Scenarios of the reader's own that were run, by a name that stands for what they say. */
const ownScenarios = new Map<string, Scenario>()

function ownScenario(name: string): Scenario | undefined {
  const kept = windowStore.read(name)
  // What another version of these pages kept may be no scenario any more.
  return ownScenarios.get(name) ?? (scenarioIssues(kept).length === 0 ? (kept as Scenario) : undefined)
}

/** A scenario of the program by its id, or one of the reader's own by the name it was given; undefined when nobody has it. */
export const scenarioByName = (name: string): Scenario | undefined =>
  bundledScenarios.find((scenario) => scenario.id === name) ?? ownScenario(name)

/**
 * The scenario of a request: its own, or one by its name.
 *
 * @throws ApiError EE_NOT_FOUND
 * @throws InputError when it cannot be run
 */
export const scenarioOf = (asked: Scenario | string): Scenario =>
  typeof asked === 'string' ? found(scenarioByName(asked), `scenario ${asked}`) : readScenario(asked)

/**
 * The same, with a name by which it is found again as long as this window is open.
 *
 * @throws ApiError EE_NOT_FOUND
 * @throws InputError when it cannot be run, or the request names none
 */
export function namedScenario(request: { scenario?: Scenario; scenarioId?: string }): {
  name: string
  scenario: Scenario
} {
  const asked = request.scenario ?? request.scenarioId
  if (asked === undefined) throw refuse('EE_SCENARIO', '$.scenario', 'received no scenario; expected one, or its id')
  const scenario = scenarioOf(asked)
  if (typeof asked === 'string') return { name: asked, scenario }
  const text = canonicalJson(scenario)
  const bundled = bundledScenarios.find((one) => canonicalJson(one) === text)
  if (bundled) return { name: bundled.id, scenario }
  const name = `own-${digest(text)}`
  ownScenarios.set(name, scenario)
  windowStore.write(name, scenario)
  return { name, scenario }
}
