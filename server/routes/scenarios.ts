import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { type InputError, refuse } from '../../shared/lib/errors.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import { ScenarioList, ScenarioSaved } from '../../shared/schema/api.ts'
import { Scenario } from '../../shared/schema/scenario.ts'
import { readingBody } from '../plugins/validation.ts'
import { summaryOf } from '../runtime/scenarioLibrary.ts'
import type { Change, ChangeRight } from '../runtime/store/savedScenarios.ts'
import type { Services } from '../services.ts'
import { type Api, ById, refusals } from './api.ts'

const ByName = Type.Object({ id: Scenario.properties.id })
const noSuchScenario = (id: string): InputError =>
  refuse('EE_NOT_FOUND', '$', `there is no scenario ${id.slice(0, 60)}`)
const etag = (revision: number): string => `"${revision}"`

/** The edit token of `Authorization: Bearer TOKEN`; undefined when there is none. */
const tokenOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]

/** The revision of `If-Match: "3"`; `any` for `*`, undefined when there is none. */
function revisionOf({ headers }: FastifyRequest): ChangeRight['revision'] | undefined {
  const given = headers['if-match']?.trim()
  if (given === '*') return 'any'
  const [, revision] = /^(?:W\/)?"(\d{1,15})"$/.exec(given ?? '') ?? []
  return revision === undefined ? undefined : Number(revision)
}

/** What a request may change, once it is clear that it says which revision it has seen, and that it may. */
function rightOf(request: FastifyRequest, id: string): ChangeRight {
  const editToken = tokenOf(request)
  if (editToken === undefined) {
    const message = `received no edit token; expected the one given when ${id} was created, as Authorization: Bearer TOKEN`
    throw refuse('EE_FORBIDDEN', '$', message)
  }
  // Revisions begin at 1: without one the answer is the present one.
  return { id, editToken, revision: revisionOf(request) ?? 0 }
}

/** The revision a change made; refuses what was not done. A stale change is told the present revision, also as ETag. */
function doneOf(change: Change, { id, revision }: ChangeRight, reply: FastifyReply): number {
  if (change.outcome === 'done') return change.revision
  if (change.outcome === 'absent') throw noSuchScenario(id)
  if (change.outcome === 'forbidden') {
    throw refuse('EE_FORBIDDEN', '$', `received another edit token than the one given when ${id} was created`)
  }
  const given = revision === 0 ? 'no If-Match' : `revision ${revision}`
  const now = etag(change.current)
  reply.header('ETag', now)
  const advice = `read it, bring both changes together and send If-Match: ${now}`
  throw refuse('EE_CONFLICT', '$', `received ${given}; ${id} is now at revision ${change.current}: ${advice}`)
}

/** Scenarios that come with the program, and those people saved: read by whoever has the link, changed with the edit token. */
export function scenarioRoutes(app: Api, { scenarios, store }: Services): void {
  const builtIn = (id: string): Scenario | undefined => scenarios.find((one) => one.id === id)

  function assertNotBuiltIn(id: string): void {
    if (!builtIn(id)) return
    throw refuse('EE_CONFLICT', '$.id', `received ${id}, a scenario that comes with the program; choose another name`)
  }

  const listSchema = {
    summary: 'The scenarios that can be run by name',
    description: 'Those that come with the program (`builtIn`), then those saved under a name of their own.',
    response: { 200: ScenarioList },
  }
  app.get('/api/scenarios', { schema: listSchema }, async () => ({
    scenarios: [...scenarios.map(summaryOf), ...(await store.scenarios.list().catch(() => []))],
  }))

  const oneSchema = {
    summary: 'One scenario, whole',
    description: '`ETag` is the revision of a saved one.',
    params: ById,
    response: { 200: Scenario, ...refusals(404, 503) },
  }
  app.get('/api/scenarios/:id', { schema: oneSchema }, async ({ params: { id } }, reply) => {
    const known = builtIn(id)
    if (known) return known
    const saved = await store.scenarios.find(id)
    if (!saved) throw noSuchScenario(id)
    reply.header('ETag', etag(saved.revision)).header('Cache-Control', 'no-cache')
    return saved.scenario as Scenario
  })

  async function create(scenario: Scenario, reply: FastifyReply, name?: string): Promise<ScenarioSaved> {
    const created = await store.scenarios.create(scenario, name)
    if (!created) throw refuse('EE_CONFLICT', '$.id', `received ${name}, which was taken a moment ago`)
    reply.code(201).header('Location', `/api/scenarios/${created.id}`).header('ETag', etag(created.revision))
    return created
  }

  const validatorCompiler = readingBody(readScenario)
  const createSchema = {
    summary: 'Save a scenario under an id nobody can guess',
    description:
      'It is not listed; whoever has the link may read it. Its `id` becomes that of the answer. `editToken` is told only ' +
      'here: it is needed to change and to delete the scenario.',
    body: Scenario,
    response: { 201: ScenarioSaved, ...refusals(400, 413, 415, 422, 503) },
  }
  app.post('/api/scenarios', { schema: createSchema, validatorCompiler }, ({ body }, reply) =>
    create(body as Scenario, reply),
  )

  const saveSchema = {
    summary: 'Save a scenario under a name, or change a saved one',
    description:
      'A free name: 201, with `editToken`, told only here. A saved one: 200, with `Authorization: Bearer TOKEN` and ' +
      '`If-Match` of the revision that was read (`ETag`); `If-Match: *` overwrites whatever is there. 409 says what the ' +
      'present revision is. The `id` of the scenario becomes that of the address.',
    params: ByName,
    body: Scenario,
    response: { 200: ScenarioSaved, 201: ScenarioSaved, ...refusals(400, 403, 404, 409, 413, 415, 422, 503) },
  }
  app.put('/api/scenarios/:id', { schema: saveSchema, validatorCompiler }, async (request, reply) => {
    const { id } = request.params
    const scenario = request.body as Scenario
    assertNotBuiltIn(id)
    const isMeantAsNew = tokenOf(request) === undefined && revisionOf(request) === undefined
    if (isMeantAsNew && !(await store.scenarios.find(id))) return create(scenario, reply, id)
    const right = rightOf(request, id)
    const revision = doneOf(await store.scenarios.replace(right, scenario), right, reply)
    reply.header('ETag', etag(revision))
    return { id, revision }
  })

  const removeSchema = {
    summary: 'Delete a saved scenario',
    description: 'With `Authorization: Bearer TOKEN` and `If-Match`, as for changing it.',
    params: ById,
    response: { 204: Type.Null(), ...refusals(403, 404, 409, 503) },
  }
  app.delete('/api/scenarios/:id', { schema: removeSchema }, async (request, reply) => {
    const { id } = request.params
    assertNotBuiltIn(id)
    if (!(await store.scenarios.find(id))) throw noSuchScenario(id)
    const right = rightOf(request, id)
    doneOf(await store.scenarios.remove(right), right, reply)
    reply.code(204)
    return null
  })
}
