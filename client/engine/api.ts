import type {
  DrawList,
  ErrorBody,
  Health,
  RunCreated,
  RunInfo,
  RunRequest,
  ScenarioSummary,
} from '../../shared/schema/api.ts'

/** An answer of the server that is not the one hoped for; `code` is one of the error registry, or EE_UNREACHABLE. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

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

/** The HTTP interface of the server, as far as the pages use it. Every function rejects with an {@link ApiError}. */
export const api = {
  health: () => request<Health>('/api/health'),
  draws: () => request<DrawList>('/api/draws'),
  scenarios: () => request<{ scenarios: ScenarioSummary[] }>('/api/scenarios'),
  runs: () => request<{ runs: RunInfo[] }>('/api/runs'),
  run: (id: string) => request<RunInfo>(`/api/runs/${encodeURIComponent(id)}`),
  createRun: (body: RunRequest) =>
    request<RunCreated>('/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  removeRun: (id: string) => request<void>(`/api/runs/${encodeURIComponent(id)}`, { method: 'DELETE' }),
}

export const drawsCsvPath = (id: string): string => `/api/runs/${encodeURIComponent(id)}/draws.csv`
