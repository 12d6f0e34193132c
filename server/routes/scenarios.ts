import { refuse } from '../../shared/lib/errors.ts'
import { ScenarioList } from '../../shared/schema/api.ts'
import { Scenario } from '../../shared/schema/scenario.ts'
import { summaryOf } from '../runtime/scenarioLibrary.ts'
import type { Services } from '../services.ts'
import { type Api, ById, refusals } from './api.ts'

export function scenarioRoutes(app: Api, { scenarios }: Services): void {
  const listSchema = { summary: 'The scenarios that can be run by name', response: { 200: ScenarioList } }
  app.get('/api/scenarios', { schema: listSchema }, () => ({
    scenarios: scenarios.map(summaryOf),
  }))

  const oneSchema = { summary: 'One scenario, whole', params: ById, response: { 200: Scenario, ...refusals(404) } }
  app.get('/api/scenarios/:id', { schema: oneSchema }, ({ params: { id } }) => {
    const scenario = scenarios.find((one) => one.id === id)
    if (!scenario) throw refuse('EE_NOT_FOUND', '$', `there is no scenario ${id}`)
    return scenario
  })
}
