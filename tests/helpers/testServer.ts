import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../server/config.ts'
import { type StartOptions, startServer } from '../../server/main.ts'

export interface TestServer {
  /** `http://127.0.0.1:41233` */
  address: string
  close(): Promise<void>
}

/** The real server on a free port, with an empty data folder of its own. */
export async function startTestServer(
  environment: Record<string, string> = {},
  options: StartOptions = {},
): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ee-sim-test-'))
  const config = loadConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    EE_SIM_DATA_DIR: dataDir,
    EE_SIM_MAX_REQUESTS_PER_MINUTE: '1000000',
    ...environment,
  })
  const server = await startServer(config, options)
  return {
    address: server.address,
    async close() {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export interface JsonAnswer<Body> {
  status: number
  headers: Headers
  body: Body
}

/** Sends a request and reads JSON; a body that is not a string is sent as JSON. */
export async function ask<Body = unknown>(
  address: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<JsonAnswer<Body>> {
  const answer = await fetch(`${address}${path}`, {
    method,
    body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: (text === '' ? null : JSON.parse(text)) as Body }
}
