import Type from 'typebox'
import { type InputError, refuse } from '../../shared/lib/errors.ts'
import {
  ComparisonAnswer,
  ComparisonCreated,
  ComparisonInfo,
  ComparisonRequest,
} from '../../shared/schema/comparison.ts'
import { comparisonLimits } from '../../shared/schema/comparisonLimits.ts'
import { readingBody } from '../plugins/validation.ts'
import type { Services } from '../services.ts'
import { type Api, ById, refusals } from './api.ts'
import { readScenarioOrId, scenariosOf } from './namedScenarios.ts'
import { BodyReading, member } from './reading.ts'

const noSuchComparison = (id: string): InputError =>
  refuse('EE_NOT_FOUND', '$', `there is no comparison ${id.slice(0, 60)}`)

/** The request with scenarios as anything: the reader of scenarios says what is wrong with one. */
const Envelope = Type.Object(
  {
    ...ComparisonRequest.properties,
    baseline: Type.Unknown(),
    alternatives: Type.Array(Type.Unknown(), { minItems: 1, maxItems: comparisonLimits.alternatives }),
  },
  { additionalProperties: false },
)

/** A body whose scenarios were read, with the mistakes of all of them together. */
function readBody(body: unknown): unknown {
  const reading = new BodyReading()
  reading.shape(Envelope, body)
  const baseline = readScenarioOrId(reading, '$.baseline', member(body, 'baseline'))
  const given = member(body, 'alternatives')
  const alternatives = Array.isArray(given)
    ? given.map((one, index) => readScenarioOrId(reading, `$.alternatives[${index}]`, one))
    : given
  reading.end()
  return { ...(body as object), baseline, alternatives }
}

/** Comparisons: a baseline and alternatives, run with common random numbers. */
export function compareRoutes(app: Api, { comparisons, scenarios }: Services): void {
  const createSchema = {
    summary: 'Start a comparison: a baseline and up to four alternatives, with the same chances run by run',
    description:
      '`baseline` and each of `alternatives` is a scenario or the name of one. The answer names the websocket to follow it at. ' +
      'Differences come with 95 % intervals from paired runs.',
    body: ComparisonRequest,
    response: { 201: ComparisonCreated, ...refusals(400, 404, 413, 415, 422, 503) },
  }
  app.post('/api/compare', { schema: createSchema, validatorCompiler: readingBody(readBody) }, ({ body }, reply) => {
    const { baseline, alternatives, seed, runs } = body
    const asked = [
      { path: '$.baseline', given: baseline },
      ...alternatives.map((given, index) => ({ path: `$.alternatives[${index}]`, given })),
    ]
    const { id, info } = comparisons.create({ scenarios: scenariosOf(asked, scenarios), seed, runs })
    reply.code(201).header('Location', `/api/compare/${id}`)
    return { id, stream: info.stream }
  })

  const listSchema = {
    summary: 'All comparisons, newest first',
    response: { 200: Type.Object({ comparisons: Type.Array(ComparisonInfo) }, { additionalProperties: false }) },
  }
  app.get('/api/compare', { schema: listSchema }, () => ({ comparisons: comparisons.list().map(({ info }) => info) }))

  const oneSchema = {
    summary: 'How a comparison stands, and what it says so far',
    params: ById,
    response: { 200: Type.Unsafe<ComparisonAnswer>(ComparisonAnswer), ...refusals(404) },
  }
  app.get('/api/compare/:id', { schema: oneSchema }, ({ params: { id } }) => {
    const comparison = comparisons.find(id)
    if (!comparison) throw noSuchComparison(id)
    comparison.touch()
    const { info, result, failure } = comparison
    return { ...info, result, failure }
  })

  const removeSchema = {
    summary: 'End and forget a comparison',
    params: ById,
    response: { 204: Type.Null(), ...refusals(404) },
  }
  app.delete('/api/compare/:id', { schema: removeSchema }, ({ params: { id } }, reply) => {
    if (!comparisons.remove(id)) throw noSuchComparison(id)
    reply.code(204)
    return null
  })
}
