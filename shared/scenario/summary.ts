import type { ScenarioSummary } from '../schema/api.ts'
import type { Scenario } from '../schema/scenario.ts'

/** What a list shows of a scenario that comes with the program. */
export const summaryOf = ({ id, title, question, asOf, horizonDays }: Scenario): ScenarioSummary => ({
  id,
  title,
  question,
  asOf,
  horizonDays,
  builtIn: true,
})
