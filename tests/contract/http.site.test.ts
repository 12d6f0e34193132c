import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../helpers/testServer.ts'

interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, { summary: string; requestBody?: object; responses: object }>>
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
const fetchPath = (path: string) => fetch(`${server.address}${path}`)

describe('pages', () => {
  it.each(['/', '/about', '/forecast?run=x'])('%s is the application, asked for anew each time', async (path) => {
    const answer = await fetchPath(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toContain('<div id="root">')
  })

  it('files named by their content are kept for good', async () => {
    const [file] = readdirSync('dist/client/assets')
    const answer = await fetchPath(`/assets/${file}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('may run the scripts of this server and no others', async () => {
    const policy = (await fetchPath('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe-eval')
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/.git/config'])(
    'nothing outside them is served: %s',
    async (path) => {
      const answer = await fetchPath(path)
      expect(await answer.text()).not.toContain('express-entry-simulator')
    },
  )
})

describe('the description of the interface', () => {
  it('has every route with a summary, from the schemas that check requests', async () => {
    const description: OpenApi = await (await fetchPath('/api/openapi.json')).json()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths).sort()).toEqual([
      '/api/chance',
      '/api/compare',
      '/api/compare/{id}',
      '/api/draws',
      '/api/eligibility',
      '/api/ensembles',
      '/api/ensembles/{id}',
      '/api/ensembles/{id}/provenance',
      '/api/health',
      '/api/instruments',
      '/api/instruments/{id}',
      '/api/rulesets',
      '/api/rulesets/{id}',
      '/api/runs',
      '/api/runs/{id}',
      '/api/runs/{id}/draws.csv',
      '/api/runs/{id}/provenance',
      '/api/scenarios',
      '/api/scenarios/{id}',
      '/api/score',
    ])
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const [method, route] of Object.entries(methods)) {
        expect(route.summary, `${method} ${path}`).toEqual(expect.any(String))
        if (method === 'post') expect(route.requestBody, path).toBeDefined()
      }
    }
    expect(description.paths['/api/runs'].post.responses).toHaveProperty('201')
  })

  it('has a page for people', async () => {
    const answer = await fetchPath('/api/docs')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('swagger-ui')
  })
})
