import type { Scenario } from '../../../shared/schema/scenario.ts'

/** The scenarios that come with the program, by name. */
export const bundledScenarios: readonly Scenario[] = Object.values(
  import.meta.glob<Scenario>('../../../scenarios/*.json', { eager: true, import: 'default' }),
)

export const scenarioById = (id: string): Scenario | undefined =>
  bundledScenarios.find((scenario) => scenario.id === id)
