import Type from 'typebox'
import { compileRuleset } from '../../shared/crs/compile.ts'
import { type Explanation, explain } from '../../shared/crs/explain.ts'
import { latestKnownRulesetId, resolveRuleset } from '../../shared/crs/ruleset.ts'
import { type Score, scoreProfile } from '../../shared/crs/score.ts'
import { ScoreRequest } from '../../shared/schema/api.ts'
import { readingBody } from '../plugins/validation.ts'
import { type Api, refusals } from './api.ts'
import { readerWithProfile } from './reading.ts'

type ScoreAnswer = { ruleset: string; explanation: Explanation } & Score
const ScoreAnswer = Type.Unsafe<ScoreAnswer>({
  type: 'object',
  description: 'The score by section, as `ee-sim score` prints it, and an explanation line by line with sources',
})

export function scoreRoutes(app: Api): void {
  const schema = {
    summary: 'The CRS score of one profile, and why',
    description: 'Without `ruleset` the newest one whose values are all known.',
    body: ScoreRequest,
    response: { 200: ScoreAnswer, ...refusals(400, 413, 415, 422) },
  }
  app.post('/api/score', { schema, validatorCompiler: readingBody(readerWithProfile(ScoreRequest)) }, ({ body }) => {
    const ruleset = resolveRuleset(body.ruleset ?? latestKnownRulesetId)
    const score = scoreProfile(body.profile, compileRuleset(ruleset))
    return { ruleset: ruleset.id, ...score, explanation: explain(body.profile, ruleset) }
  })
}
