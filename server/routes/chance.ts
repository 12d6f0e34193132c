import Type from 'typebox'
import { chanceOf } from '../../shared/chance/answer.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { ChanceRequest } from '../../shared/schema/api.ts'
import { ChanceAnswer } from '../../shared/schema/chance.ts'
import { readingBody } from '../plugins/validation.ts'
import { usualFutures } from '../runtime/futuresFile.ts'
import type { Services } from '../services.ts'
import { type Api, refusals } from './api.ts'
import { dayOf, readerWithProfiles } from './reading.ts'

export function chanceRoutes(app: Api, { futures, drawSet }: Services): void {
  const schema = {
    summary: 'The chance of one person to be invited, by month and stream, and what would raise it',
    description:
      'Read from the simulated futures of a scenario (`forecast` when absent), moved to begin `on` the day the profile describes (that of the scenario when absent). The first question ' +
      'about a scenario starts to simulate them: 503 with its progress until there are enough. Nothing about the person is kept.',
    body: ChanceRequest,
    response: { 200: Type.Unsafe<ChanceAnswer>(ChanceAnswer), ...refusals(400, 404, 413, 415, 422, 503) },
  }
  app.post(
    '/api/chance',
    { schema, validatorCompiler: readingBody(readerWithProfiles(ChanceRequest)) },
    ({ body: { profile, otherApplicant, scenarioId = usualFutures.scenarioId, on, months } }) => {
      const { futures: known, scenario } = futures.of(scenarioId)
      const scenarioDay = parseDay(scenario.asOf)
      const today = on === undefined ? scenarioDay : dayOf(on)
      return chanceOf(profile, known, { scenarioDay, today, otherApplicant, months, history: drawSet.draws })
    },
  )
}
