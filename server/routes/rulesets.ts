import Type from 'typebox'
import { publishedRuleset, rulesets } from '../../shared/crs/ruleset.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { Ruleset, RulesetSummary } from '../../shared/schema/ruleset.ts'
import { type Api, ById, refusals } from './api.ts'

const RulesetList = Type.Object({ rulesets: Type.Array(RulesetSummary) })

export function rulesetRoutes(app: Api): void {
  const listSchema = { summary: 'Every ruleset since 2015, oldest first', response: { 200: RulesetList } }
  app.get('/api/rulesets', { schema: listSchema }, () => ({ rulesets: [...rulesets] }))

  const oneSchema = {
    summary: 'The whole rule tree of one ruleset, with sources',
    description: 'Values that nobody has published are null, and listed in `unknown`.',
    params: ById,
    response: { 200: Ruleset, ...refusals(404) },
  }
  app.get('/api/rulesets/:id', { schema: oneSchema }, ({ params: { id } }) => {
    if (!rulesets.some((ruleset) => ruleset.id === id)) throw refuse('EE_NOT_FOUND', '$', `there is no ruleset ${id}`)
    return publishedRuleset(id)
  })
}
