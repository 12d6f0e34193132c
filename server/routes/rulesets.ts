import Type from 'typebox'
import { resolveRuleset, rulesets } from '../../shared/crs/ruleset.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { Ruleset, RulesetSummary } from '../../shared/schema/ruleset.ts'
import { type Api, ById, refusals } from './api.ts'

const RulesetList = Type.Object({ rulesets: Type.Array(RulesetSummary) })

export function rulesetRoutes(app: Api): void {
  const listSchema = { summary: 'Every ruleset since 2015, oldest first', response: { 200: RulesetList } }
  app.get('/api/rulesets', { schema: listSchema }, () => ({ rulesets: [...rulesets] }))

  const oneSchema = {
    summary: 'The whole rule tree of one ruleset, with sources',
    description: 'A ruleset with values that nobody has published is refused with EE_RULESET_UNFILLED, naming them.',
    params: ById,
    response: { 200: Ruleset, ...refusals(404, 422) },
  }
  app.get('/api/rulesets/:id', { schema: oneSchema }, ({ params: { id } }) => {
    if (!rulesets.some((ruleset) => ruleset.id === id)) throw refuse('EE_NOT_FOUND', '$', `there is no ruleset ${id}`)
    return resolveRuleset(id)
  })
}
