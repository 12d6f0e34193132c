import Type from 'typebox'
import { compileRuleset } from '../../shared/crs/compile.ts'
import { type Explanation, explain } from '../../shared/crs/explain.ts'
import { isSuperseded, latestKnownRulesetId, resolveRuleset } from '../../shared/crs/ruleset.ts'
import { type Score, scoreProfile } from '../../shared/crs/score.ts'
import { ScoreRequest } from '../../shared/schema/api.ts'
import { readingBody } from '../plugins/validation.ts'
import type { Services } from '../services.ts'
import { type Api, refusals } from './api.ts'
import { readerWithProfiles } from './reading.ts'

/** `superseded` = other rules are in force today: the score is not current law. */
type ScoreAnswer = { ruleset: string; superseded: boolean; explanation: Explanation } & Score
const ScoreAnswer = Type.Unsafe<ScoreAnswer>({
  type: 'object',
  description:
    'The score by section, as `ee-sim score` prints it, an explanation line by line with sources, and `superseded`: ' +
    'whether other rules are in force today',
})

export function scoreRoutes(app: Api, { today }: Services): void {
  const schema = {
    summary: 'The CRS score of one profile, and why',
    description: 'Without `ruleset` the newest one whose values are all known.',
    body: ScoreRequest,
    response: { 200: ScoreAnswer, ...refusals(400, 413, 415, 422) },
  }
  app.post('/api/score', { schema, validatorCompiler: readingBody(readerWithProfiles(ScoreRequest)) }, ({ body }) => {
    const ruleset = resolveRuleset(body.ruleset ?? latestKnownRulesetId)
    const score = scoreProfile(body.profile, compileRuleset(ruleset))
    const superseded = isSuperseded(ruleset.id, today())
    return { ruleset: ruleset.id, superseded, ...score, explanation: explain(body.profile, ruleset) }
  })
}
