import Type from 'typebox'
import { type EligibilityResult, eligibility } from '../../shared/eligibility/streams.ts'
import { EligibilityRequest } from '../../shared/schema/api.ts'
import { readingBody } from '../plugins/validation.ts'
import type { Services } from '../services.ts'
import { type Api, refusals } from './api.ts'
import { dayOf, readerWithProfiles } from './reading.ts'

type EligibilityAnswer = { on: string } & EligibilityResult
const EligibilityAnswer = Type.Unsafe<EligibilityAnswer>({
  type: 'object',
  description:
    'Programs, categories and streams, each with the reasons for and against, as `ee-sim eligibility` gives them',
})

export function eligibilityRoutes(app: Api, { today }: Services): void {
  const schema = {
    summary: 'The programs and streams a profile qualifies for, each with reasons',
    description: '`on` is the day to judge by; today when absent.',
    body: EligibilityRequest,
    response: { 200: EligibilityAnswer, ...refusals(400, 413, 415, 422) },
  }
  app.post(
    '/api/eligibility',
    { schema, validatorCompiler: readingBody(readerWithProfiles(EligibilityRequest)) },
    ({ body }) => {
      const on = body.on ?? today()
      return { on, ...eligibility(body.profile, dayOf(on)) }
    },
  )
}
