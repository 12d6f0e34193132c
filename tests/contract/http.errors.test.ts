import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorRegistry } from '../../shared/lib/errors.ts'
import type { ErrorBody } from '../../shared/schema/api.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const posts = ['/api/score', '/api/eligibility', '/api/runs']
const gets = ['/api/rulesets/', '/api/scenarios/', '/api/runs/', '/api/draws?from=', '/api/']

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ EE_SIM_MAX_BODY_BYTES: '20000' })
})
afterAll(() => server.close())

async function refusal(path: string, init: RequestInit): Promise<{ status: number; body: ErrorBody }> {
  const answer = await fetch(`${server.address}${path}`, init)
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

const json = { 'Content-Type': 'application/json' }

describe('a refusal has one shape', () => {
  it.each(posts)('when the body of %s is not JSON', async (path) => {
    const { status, body } = await refusal(path, { method: 'POST', headers: json, body: '{"profile":' })
    expect(status).toBe(400)
    expect(body.error.code).toBe('EE_JSON')
  })

  it.each(posts)('when the body of %s is empty', async (path) => {
    const { status, body } = await refusal(path, { method: 'POST', headers: json })
    expect(status).toBe(400)
    expect(body.error.code).toBe('EE_JSON')
  })

  it.each(['text/plain', 'application/xml', 'multipart/form-data'])('when a body is %s', async (type) => {
    const { status, body } = await refusal('/api/score', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: '{}',
    })
    expect(status).toBe(415)
    expect(body.error.code).toBe('EE_MEDIA_TYPE')
  })

  it('when a body is too large', async () => {
    const { status, body } = await refusal('/api/score', { method: 'POST', headers: json, body: '"'.padEnd(30_000) })
    expect(status).toBe(413)
    expect(body.error.code).toBe('EE_TOO_LARGE')
  })

  it.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/nothing'],
    ['POST', '/api/health'],
    ['PUT', '/api/rulesets/x'],
    ['GET', '/api/%zz'],
    ['GET', `/api/runs/${'a'.repeat(500)}`],
    ['POST', '/forecast'],
    ['GET', '/assets/nothing.js'],
  ])('when there is nothing at %s %s', async (method, path) => {
    const { status, body } = await refusal(path, { method })
    expect(status).toBe(404)
    expect(body.error).toEqual({ code: 'EE_NOT_FOUND', path: '$', message: expect.any(String) })
  })

  it('when somebody asks for a prototype', async () => {
    const { status, body } = await refusal('/api/score', {
      method: 'POST',
      headers: json,
      body: '{"__proto__":{"admin":true}}',
    })
    expect(status).toBe(400)
    expect(body.error.code).toBe('EE_JSON')
  })

  it.each(posts)('when the body of %s is nested without end', async (path) => {
    const body = `${'['.repeat(9000)}${']'.repeat(9000)}`
    const answer = await refusal(path, { method: 'POST', headers: json, body })
    expect(answer.status).toBe(400)
    expect(answer.body.error.code).toBe('EE_JSON')
  })

  it('when everything is wrong, without listing all of it', async () => {
    const fields = Array.from({ length: 1500 }, (_, index) => `"f${index}":0`)
    const { status, body } = await refusal('/api/score', { method: 'POST', headers: json, body: `{${fields}}` })
    expect(status).toBe(400)
    expect(body.error.issues).toHaveLength(100)
  })

  it('when the request is not HTTP', async () => {
    const { port, hostname } = new URL(server.address)
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write('\x16\x03\x01 garbage\r\n\r\n'))
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(answer.split('\r\n\r\n')[1]).error.code).toBe('EE_SHAPE')
  })
})

describe('limits', () => {
  it('answers 429 to too many requests, and only on the interface for programs', async () => {
    const strict = await startTestServer({ EE_SIM_MAX_REQUESTS_PER_MINUTE: '3' })
    try {
      const statuses: number[] = []
      for (let count = 0; count < 5; count++) {
        const { status, body } = await ask<ErrorBody>(strict.address, 'GET', '/api/health')
        statuses.push(status)
        if (status === 429) expect(body.error.code).toBe('EE_TOO_MANY_REQUESTS')
      }
      expect(statuses).toEqual([200, 200, 200, 429, 429])
      expect((await fetch(`${strict.address}/`)).status).toBe(200)
    } finally {
      await strict.close()
    }
  })
})

describe('whatever is sent', () => {
  const isHonest = (status: number, body: ErrorBody) => {
    if (status < 400) return true
    const known = Object.entries(errorRegistry).find(([code]) => code === body.error.code)
    return known !== undefined && known[1].status === status && status !== 500
  }

  it('random bytes are refused, never a 500', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), fc.uint8Array({ maxLength: 2000 }), async (path, bytes) => {
        const { status, body } = await refusal(path, { method: 'POST', headers: json, body: Buffer.from(bytes) })
        expect(isHonest(status, body), `${status} ${JSON.stringify(body)}`).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('random JSON is refused, never a 500', async () => {
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ profile: fc.jsonValue(), ruleset: fc.jsonValue(), on: fc.jsonValue() }, { requiredKeys: [] }),
      fc.record({ scenario: fc.jsonValue(), scenarioId: fc.jsonValue(), seed: fc.jsonValue() }, { requiredKeys: [] }),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), body, async (path, value) => {
        const answer = await refusal(path, { method: 'POST', headers: json, body: JSON.stringify(value) })
        expect(isHonest(answer.status, answer.body), JSON.stringify(answer)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('random addresses are refused, never a 500', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...gets), fc.webPath(), async (path, rest) => {
        const answer = await fetch(`${server.address}${path}${rest.slice(1)}`)
        expect(answer.status).toBeLessThan(500)
        await answer.arrayBuffer()
      }),
      { numRuns: 200 },
    )
  })
})
