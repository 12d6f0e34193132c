import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../shared/schema/api.ts'
import { Provenance } from '../../shared/schema/provenance.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const scenario = { ...testScenario, horizonDays: 14 }
const get = <Body>(path: string) => ask<Body>(server.address, 'GET', path)

async function started(path: string, body: object): Promise<string> {
  const answer = await ask<{ id: string }>(server.address, 'POST', path, { scenario, seed: 'maple', ...body })
  expect(answer.status).toBe(201)
  return answer.body.id
}

describe('where a result comes from', () => {
  it('is told of a run as soon as it has begun, its scenario whole', async () => {
    const id = await started('/api/runs', { paused: true })
    const early = await get<ErrorBody & Provenance>(`/api/runs/${id}/provenance`)
    if (early.status === 404) expect(early.body.error.message).toContain('has not begun')
    await expect.poll(async () => (await get(`/api/runs/${id}/provenance`)).status, { timeout: 30_000 }).toBe(200)
    const { body } = await get<Provenance>(`/api/runs/${id}/provenance`)
    expect(shapeIssues(Provenance, body)).toEqual([])
    expect(body.scenario).toEqual(scenario)
    expect(body).toMatchObject({
      seed: 'maple',
      rulesetId: '2025-03-25',
      data: { draws: 389, newestDraw: '2025-12-17', poolAsOf: '2025-12-15' },
    })
  })

  it('is told of an ensemble from the beginning', async () => {
    const id = await started('/api/ensembles', { runs: 1 })
    const { status, body } = await get<Provenance>(`/api/ensembles/${id}/provenance`)
    expect(status).toBe(200)
    expect(body.scenario).toEqual(scenario)
    expect(body).toMatchObject({ seed: 'maple', data: { poolAsOf: '2025-12-15' } })
  })

  it.each(['/api/runs/none/provenance', '/api/ensembles/none/provenance'])('is a 404 at %s', async (path) => {
    const { status, body } = await get<ErrorBody>(path)
    expect(status).toBe(404)
    expect(body.error.code).toBe('EE_NOT_FOUND')
  })
})
