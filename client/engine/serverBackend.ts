import type { ErrorBody, RunCreated, ScenarioSaved } from '../../shared/schema/api.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { ApiError, unreachable } from './apiError.ts'
import type { Backend, LongWorks, SavedScenarios } from './backend.ts'
import { type LongWorkEnd, longWorkEnds, runEnds, WebsocketTransport } from './connection.ts'

async function errorOf(response: Response): Promise<ApiError> {
  const body: Partial<ErrorBody> | null = await response.json().catch(() => null)
  return new ApiError(
    response.status,
    body?.error?.code ?? 'EE_INTERNAL',
    body?.error?.message ?? `${response.status} ${response.statusText}`,
    body?.error?.progress,
  )
}

async function answerOf(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    throw unreachable(error)
  })
  if (!response.ok) throw await errorOf(response)
  return response
}

/** The content of an answer; one that was cut off, or that somebody on the way made up, is none. */
const bodyOf = (response: Response) =>
  response.json().catch((error: unknown) => {
    throw unreachable(error)
  })

async function request<Body>(path: string, init?: RequestInit): Promise<Body> {
  const response = await answerOf(path, init)
  return response.status === 204 ? (undefined as Body) : bodyOf(response)
}

const post = <Body>(path: string, body: object, signal?: AbortSignal) =>
  request<Body>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })

const create = (path: string, body: object) => post<RunCreated>(path, body)

const runPath = (id: string): string => `/api/runs/${encodeURIComponent(id)}`
const ensemblePath = (id: string): string => `/api/ensembles/${encodeURIComponent(id)}`
/** The address of a stream on the server this page came from. */
function streamUrl(path: string): string {
  const url = new URL(`${path}/stream`, window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

const scenarioPath = (id: string): string => `/api/scenarios/${encodeURIComponent(id)}`

const put = (id: string, scenario: Scenario, headers: Readonly<Record<string, string>> = {}) =>
  request<ScenarioSaved>(scenarioPath(id), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(scenario),
  })

/** The revision of `ETag: "3"`. */
const revisionOf = ({ headers }: Response): number | null =>
  Number(/"(\d+)"/.exec(headers.get('etag') ?? '')?.[1] ?? 0) || null

const saved: SavedScenarios = {
  create: (scenario) => post('/api/scenarios', scenario),
  createAs: (name, scenario) => put(name, scenario),
  async find(id) {
    const response = await answerOf(scenarioPath(id), { cache: 'no-store' })
    return { scenario: await bodyOf(response), revision: revisionOf(response) }
  },
  replace: (id, scenario, { token, revision }) =>
    put(id, scenario, { authorization: `Bearer ${token}`, 'if-match': revision === null ? '*' : `"${revision}"` }),
}

/** Long works below a path. */
const works = <Request extends object, Answer, Message extends LongWorkEnd>(
  path: string,
): LongWorks<Request, Answer, Message> => {
  const own = (id: string): string => `${path}/${encodeURIComponent(id)}`
  return {
    create: (body) => create(path, body),
    find: (id) => request(own(id)),
    open: (id, listener) =>
      new WebsocketTransport({ url: streamUrl(own(id)), listener, isLast: longWorkEnds, resumes: false }),
  }
}

/** The server this page came from, as docs/protocol.md has it. */
export const serverBackend: Backend = {
  isLocal: false,
  health: () => request('/api/health'),
  draws: () => request('/api/draws'),
  scenarios: () => request('/api/scenarios'),
  scenario: (id) => request(scenarioPath(id)),
  saved,

  runs: () => request('/api/runs'),
  run: (id) => request(runPath(id)),
  createRun: (body) => create('/api/runs', body),
  removeRun: (id) => request(runPath(id), { method: 'DELETE' }),
  openRun: (id, listener) =>
    new WebsocketTransport({ url: streamUrl(runPath(id)), listener, isLast: runEnds, resumes: true }),
  runProvenance: (id) => request(`${runPath(id)}/provenance`),

  ensemble: (id) => request(ensemblePath(id)),
  createEnsemble: (body) => create('/api/ensembles', body),
  removeEnsemble: (id) => request(ensemblePath(id), { method: 'DELETE' }),
  openEnsemble: (id, listener) =>
    new WebsocketTransport({ url: streamUrl(ensemblePath(id)), listener, isLast: longWorkEnds, resumes: false }),
  ensembleProvenance: (id) => request(`${ensemblePath(id)}/provenance`),

  comparisons: works('/api/compare'),
  instruments: works('/api/instruments'),

  chance: (question, signal) => post('/api/chance', question, signal),
}
