import { refuse } from '../../shared/lib/errors.ts'
import { EnsembleAnswer, EnsembleList, EnsembleRequest } from '../../shared/schema/ensemble.ts'
import { WorkCreated } from '../../shared/schema/longWork.ts'
import { Provenance } from '../../shared/schema/provenance.ts'
import { readingBody } from '../plugins/validation.ts'
import { ensembleStream } from '../runtime/ensemble.ts'
import type { Services } from '../services.ts'
import { type Api, ById, refusals } from './api.ts'
import { longWorkRoutes, workOf } from './longWork.ts'
import { readerWithScenario, requestedScenario } from './reading.ts'

/** Ensembles: N replications of a scenario, and what they say together. */
export function ensembleRoutes(app: Api, services: Services): void {
  const { ensembles } = services
  const routes = { path: '/api/ensembles', name: 'ensemble', works: ensembles, answer: EnsembleAnswer }
  const createSchema = {
    summary: 'Start an ensemble: so many runs of a scenario, summed up',
    description:
      'Give `scenario` or `scenarioId`. The answer names the websocket to follow it at. Results get a little more ' +
      'precise with each run; those of the first k runs are those of an ensemble of k. When a finished one answers the same ' +
      'request with the same data and version, it is named, with `cached`.',
    body: EnsembleRequest,
    response: { 201: WorkCreated, ...refusals(400, 404, 413, 415, 422, 503) },
  }
  const validatorCompiler = readingBody(readerWithScenario(EnsembleRequest))
  app.post('/api/ensembles', { schema: createSchema, validatorCompiler }, async ({ body }, reply) => {
    const { seed, runs } = body
    const request = { scenario: await requestedScenario(body, services), seed, runs }
    const known = await ensembles.same(request)
    const { id } = known ?? (await ensembles.create(request))
    reply.code(201).header('Location', `/api/ensembles/${id}`)
    return { id, stream: ensembleStream(id), cached: known !== undefined }
  })

  const listSchema = { summary: 'Ensembles under way and kept, newest first', response: { 200: EnsembleList } }
  app.get('/api/ensembles', { schema: listSchema }, async () => ({ ensembles: await ensembles.list() }))

  longWorkRoutes(app, routes)

  const provenanceSchema = {
    summary: 'Where the result of an ensemble comes from: all that is needed to make it again, and a citation',
    params: ById,
    response: { 200: Provenance, ...refusals(404, 503) },
  }
  app.get('/api/ensembles/:id/provenance', { schema: provenanceSchema }, async ({ params: { id } }) => {
    const { provenance } = await workOf(routes, id)
    if (!provenance) throw refuse('EE_NOT_FOUND', '$', `nothing was kept of where ensemble ${id} comes from`)
    return provenance
  })
}
