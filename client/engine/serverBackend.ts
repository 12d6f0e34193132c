import type { ErrorBody, RunCreated } from '../../shared/schema/api.ts'
import { ApiError } from './apiError.ts'
import type { Backend } from './backend.ts'
import { ensembleEnds, runEnds, WebsocketTransport } from './connection.ts'

async function errorOf(response: Response): Promise<ApiError> {
  const body: Partial<ErrorBody> = await response.json().catch(() => ({}))
  return new ApiError(
    response.status,
    body.error?.code ?? 'EE_INTERNAL',
    body.error?.message ?? `${response.status} ${response.statusText}`,
  )
}

async function request<Body>(path: string, init?: RequestInit): Promise<Body> {
  const response = await fetch(path, init).catch((error: unknown) => {
    throw new ApiError(0, 'EE_UNREACHABLE', error instanceof Error ? error.message : String(error))
  })
  if (!response.ok) throw await errorOf(response)
  return response.status === 204 ? (undefined as Body) : response.json()
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

/** The server this page came from, as docs/protocol.md has it. */
export const serverBackend: Backend = {
  isLocal: false,
  health: () => request('/api/health'),
  draws: () => request('/api/draws'),
  scenarios: () => request('/api/scenarios'),

  runs: () => request('/api/runs'),
  run: (id) => request(runPath(id)),
  createRun: (body) => create('/api/runs', body),
  removeRun: (id) => request(runPath(id), { method: 'DELETE' }),
  openRun: (id, listener) =>
    new WebsocketTransport({ url: streamUrl(runPath(id)), listener, isLast: runEnds, resumes: true }),
  runProvenance: (id) => request(`${runPath(id)}/provenance`),

  ensemble: (id) => request(ensemblePath(id)),
  createEnsemble: (body) => create('/api/ensembles', body),
  openEnsemble: (id, listener) =>
    new WebsocketTransport({ url: streamUrl(ensemblePath(id)), listener, isLast: ensembleEnds, resumes: false }),
  ensembleProvenance: (id) => request(`${ensemblePath(id)}/provenance`),

  chance: (question, signal) => post('/api/chance', question, signal),
}
