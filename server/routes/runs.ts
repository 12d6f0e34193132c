import Type from 'typebox'
import { resultsToCsv } from '../../shared/draws/resultsCsv.ts'
import { type InputError, refuse } from '../../shared/lib/errors.ts'
import { RunCreated, RunInfo, RunList, RunRequest } from '../../shared/schema/api.ts'
import { Provenance } from '../../shared/schema/provenance.ts'
import { readingBody } from '../plugins/validation.ts'
import type { EndedRun } from '../runtime/endedRun.ts'
import { type Run, runStream } from '../runtime/run.ts'
import type { Services } from '../services.ts'
import { type Api, ById, refusals } from './api.ts'
import { readerWithScenario, requestedScenario } from './reading.ts'

const BYTE_ORDER_MARK = '\ufeff'

const noSuchRun = (id: string): InputError => refuse('EE_NOT_FOUND', '$', `there is no run ${id.slice(0, 60)}`)

export function runRoutes(app: Api, services: Services): void {
  const { runs } = services

  async function runOf(id: string): Promise<Run | EndedRun> {
    const run = await runs.find(id)
    if (!run) throw noSuchRun(id)
    run.touch()
    return run
  }

  const createSchema = {
    summary: 'Start a run',
    description: 'Give `scenario` or `scenarioId`. The answer names the websocket to read along at.',
    body: RunRequest,
    response: { 201: RunCreated, ...refusals(400, 404, 413, 415, 422, 503) },
  }
  const validatorCompiler = readingBody(readerWithScenario(RunRequest))
  app.post('/api/runs', { schema: createSchema, validatorCompiler }, async ({ body }, reply) => {
    const { id } = await runs.create({ ...body, scenario: await requestedScenario(body, services) })
    reply.code(201).header('Location', `/api/runs/${id}`)
    return { id, stream: runStream(id) }
  })

  const listSchema = { summary: 'Runs under way and kept, newest first', response: { 200: RunList } }
  app.get('/api/runs', { schema: listSchema }, async () => ({ runs: await runs.list() }))

  const oneSchema = { summary: 'How a run stands', params: ById, response: { 200: RunInfo, ...refusals(404, 503) } }
  app.get('/api/runs/:id', { schema: oneSchema }, async ({ params }) => (await runOf(params.id)).info)

  const csvSchema = {
    summary: 'The draws of a run so far, as CSV (UTF-8 with BOM)',
    params: ById,
    response: { 200: { content: { 'text/csv': { schema: Type.String() } } }, ...refusals(404, 503) },
  }
  app.get('/api/runs/:id/draws.csv', { schema: csvSchema }, async ({ params: { id } }, reply) => {
    const { draws, info } = await runOf(id)
    reply.type('text/csv; charset=utf-8')
    reply.header('Content-Disposition', `attachment; filename="${info.scenarioId}-draws.csv"`)
    return BYTE_ORDER_MARK + resultsToCsv(draws)
  })

  const provenanceSchema = {
    summary: 'Where the result of a run comes from: all that is needed to make it again, and a citation',
    description: 'There is none while the pool of the run is being made.',
    params: ById,
    response: { 200: Provenance, ...refusals(404, 503) },
  }
  app.get('/api/runs/:id/provenance', { schema: provenanceSchema }, async ({ params: { id } }) => {
    const { provenance } = await runOf(id)
    if (!provenance) throw refuse('EE_NOT_FOUND', '$', `run ${id} has not begun: its pool is being made`)
    return provenance
  })

  const removeSchema = {
    summary: 'End and forget a run',
    params: ById,
    response: { 204: Type.Null(), ...refusals(404, 503) },
  }
  app.delete('/api/runs/:id', { schema: removeSchema }, async ({ params: { id } }, reply) => {
    if (!(await runs.remove(id))) throw noSuchRun(id)
    reply.code(204)
    return null
  })
}
