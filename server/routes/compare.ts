import Type from 'typebox'
import { ComparisonAnswer, ComparisonInfo, ComparisonRequest } from '../../shared/schema/comparison.ts'
import { comparisonLimits } from '../../shared/schema/comparisonLimits.ts'
import { WorkCreated } from '../../shared/schema/longWork.ts'
import { readingBody } from '../plugins/validation.ts'
import type { Services } from '../services.ts'
import { type Api, refusals } from './api.ts'
import { longWorkRoutes } from './longWork.ts'
import { readScenarioOrId, scenariosOf } from './namedScenarios.ts'
import { BodyReading, member } from './reading.ts'

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
export function compareRoutes(app: Api, services: Services): void {
  const { comparisons } = services
  const createSchema = {
    summary: 'Start a comparison: a baseline and up to four alternatives, with the same chances run by run',
    description:
      '`baseline` and each of `alternatives` is a scenario or the name of one. The answer names the websocket to follow it at. ' +
      'Differences come with 95 % intervals from paired runs. When a finished one answers the same request with the same data and ' +
      'version, it is named, with `cached`.',
    body: ComparisonRequest,
    response: { 201: WorkCreated, ...refusals(400, 404, 413, 415, 422, 503) },
  }
  app.post(
    '/api/compare',
    { schema: createSchema, validatorCompiler: readingBody(readBody) },
    async ({ body }, reply) => {
      const { baseline, alternatives, seed, runs } = body
      const asked = [
        { path: '$.baseline', given: baseline },
        ...alternatives.map((given, index) => ({ path: `$.alternatives[${index}]`, given })),
      ]
      const request = { scenarios: await scenariosOf(asked, services), seed, runs }
      const known = await comparisons.same(request)
      const { id } = known ?? (await comparisons.create(request))
      reply.code(201).header('Location', `/api/compare/${id}`)
      return { id, stream: comparisons.streamOf(id), cached: known !== undefined }
    },
  )

  const listSchema = {
    summary: 'Comparisons under way and kept, newest first',
    response: { 200: Type.Object({ comparisons: Type.Array(ComparisonInfo) }, { additionalProperties: false }) },
  }
  app.get('/api/compare', { schema: listSchema }, async () => ({ comparisons: await comparisons.list() }))

  longWorkRoutes(app, { path: '/api/compare', name: 'comparison', works: comparisons, answer: ComparisonAnswer })
}
