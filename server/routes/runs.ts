import Type from 'typebox'
import { resultsToCsv } from '../../shared/draws/resultsCsv.ts'
import { type InputError, refuse } from '../../shared/lib/errors.ts'
import { RunCreated, RunInfo, RunList, RunRequest } from '../../shared/schema/api.ts'
import { Provenance } from '../../shared/schema/provenance.ts'
import { readingBody } from '../plugins/validation.ts'
import type { Run } from '../runtime/run.ts'
import type { Services } from '../services.ts'
import { type Api, ById, refusals } from './api.ts'
import { readerWithScenario, requestedScenario } from './reading.ts'

const BYTE_ORDER_MARK = '\ufeff'

export const streamPath = (id: string): string => `/api/runs/${id}/stream`

export const noSuchRun = (id: string): InputError => refuse('EE_NOT_FOUND', '$', `there is no run ${id.slice(0, 60)}`)

function infoOf(run: Run): RunInfo {
  const { id, status, scenario, seed, createdAt, readers, state } = run
  return {
    id,
    stream: streamPath(id),
    status,
    scenarioId: scenario.id,
    title: scenario.title,
    seed,
    createdAt: createdAt.toISOString(),
    date: state.latestDay?.date ?? null,
    draws: state.draws.length,
    readers,
  }
}

export function runRoutes(app: Api, { runs, scenarios }: Services): void {
  function runOf(id: string): Run {
    const run = runs.find(id)
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
  app.post('/api/runs', { schema: createSchema, validatorCompiler }, ({ body }, reply) => {
    const { id } = runs.create({ ...body, scenario: requestedScenario(body, scenarios) })
    reply.code(201).header('Location', `/api/runs/${id}`)
    return { id, stream: streamPath(id) }
  })

  const listSchema = { summary: 'All runs, newest first', response: { 200: RunList } }
  app.get('/api/runs', { schema: listSchema }, () => ({ runs: runs.list().map(infoOf) }))

  const oneSchema = { summary: 'How a run stands', params: ById, response: { 200: RunInfo, ...refusals(404) } }
  app.get('/api/runs/:id', { schema: oneSchema }, ({ params }) => infoOf(runOf(params.id)))

  const csvSchema = {
    summary: 'The draws of a run so far, as CSV (UTF-8 with BOM)',
    params: ById,
    response: { 200: { content: { 'text/csv': { schema: Type.String() } } }, ...refusals(404) },
  }
  app.get('/api/runs/:id/draws.csv', { schema: csvSchema }, ({ params: { id } }, reply) => {
    const { state, scenario } = runOf(id)
    reply.type('text/csv; charset=utf-8')
    reply.header('Content-Disposition', `attachment; filename="${scenario.id}-draws.csv"`)
    return BYTE_ORDER_MARK + resultsToCsv(state.draws)
  })

  const provenanceSchema = {
    summary: 'Where the result of a run comes from: all that is needed to make it again, and a citation',
    description: 'There is none while the pool of the run is being made.',
    params: ById,
    response: { 200: Provenance, ...refusals(404) },
  }
  app.get('/api/runs/:id/provenance', { schema: provenanceSchema }, ({ params: { id } }) => {
    const { provenance } = runOf(id)
    if (!provenance) throw refuse('EE_NOT_FOUND', '$', `run ${id} has not begun: its pool is being made`)
    return provenance
  })

  const removeSchema = {
    summary: 'End and forget a run',
    params: ById,
    response: { 204: Type.Null(), ...refusals(404) },
  }
  app.delete('/api/runs/:id', { schema: removeSchema }, ({ params: { id } }, reply) => {
    if (!runs.remove(id)) throw noSuchRun(id)
    reply.code(204)
    return null
  })
}
