import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../shared/schema/api.ts'
import { EnsembleAnswer, EnsembleInfo } from '../../shared/schema/ensemble.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { bytesOf, ensembleOf } from '../helpers/ensembles.ts'
import { Follower } from '../helpers/follower.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const scenario = smallScenario()

type Created = { id: string; stream: string } & ErrorBody

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ EE_SIM_MAX_ENSEMBLE_RUNS: '50000', EE_SIM_MAX_HORIZON_DAYS: '400' })
})
afterAll(() => server.close())

const post = (body: unknown) => ask<Created>(server.address, 'POST', '/api/ensembles', body)
const get = (id: string) => ask<EnsembleAnswer & ErrorBody>(server.address, 'GET', `/api/ensembles/${id}`)
const remove = (id: string) => ask<ErrorBody>(server.address, 'DELETE', `/api/ensembles/${id}`)
const list = async () =>
  (await ask<{ ensembles: EnsembleInfo[] }>(server.address, 'GET', '/api/ensembles')).body.ensembles

/** The ensemble as soon as it `fits`. */
async function until(id: string, fits: (answer: EnsembleAnswer) => boolean): Promise<EnsembleAnswer> {
  for (;;) {
    const { body } = await get(id)
    if (fits(body)) return body
    await sleep(20)
  }
}

const ended = (answer: EnsembleAnswer): boolean => answer.status !== 'running'

afterEach(async () => {
  for (const { id } of await list()) await remove(id)
})

describe('POST /api/ensembles', () => {
  it('starts one, whose result is that of the same ensemble without a server, byte for byte', async () => {
    const { status, headers, body } = await post({ scenario, seed: 's', runs: 6 })
    expect(status).toBe(201)
    expect(body).toEqual({ id: expect.any(String), stream: `/api/ensembles/${body.id}/stream`, cached: false })
    expect(headers.get('location')).toBe(`/api/ensembles/${body.id}`)
    const answer = await until(body.id, ended)
    expect(shapeIssues(EnsembleAnswer, answer)).toEqual([])
    expect(answer).toMatchObject({ status: 'finished', scenarioId: 'small', seed: 's', failure: null })
    expect(answer.progress).toMatchObject({ runsDone: 6, runs: 6, timeLeftMs: 0 })
    if (!answer.result) throw new Error('no result')
    expect(bytesOf(answer.result)).toBe(bytesOf(await ensembleOf({ scenario, seed: 's', runs: 6 })))
  })

  it('takes a scenario by name', async () => {
    const { status, body } = await post({ scenarioId: 'baseline-2026', runs: 1 })
    expect(status).toBe(201)
    expect((await get(body.id)).body).toMatchObject({ scenarioId: 'baseline-2026', seed: 'baseline' })
  })

  it.each([
    ['nothing', {}, 400, 'EE_SHAPE', '$.runs'],
    ['no scenario', { runs: 3 }, 400, 'EE_SHAPE', '$'],
    ['two scenarios', { runs: 3, scenarioId: 'baseline-2026', scenario }, 400, 'EE_SHAPE', '$'],
    ['no runs', { scenario }, 400, 'EE_SHAPE', '$.runs'],
    ['runs of 0', { scenario, runs: 0 }, 400, 'EE_SHAPE', '$.runs'],
    ['runs of 2.5', { scenario, runs: 2.5 }, 400, 'EE_SHAPE', '$.runs'],
    ['runs as text', { scenario, runs: '3' }, 400, 'EE_SHAPE', '$.runs'],
    ['more runs than there may be', { scenario, runs: 100_001 }, 400, 'EE_SHAPE', '$.runs'],
    ['more runs than the server allows', { scenario, runs: 50_001 }, 422, 'EE_LIMIT', '$.runs'],
    ['threads', { scenario, runs: 3, threads: 2 }, 400, 'EE_SHAPE', '$.threads'],
    ['an empty seed', { scenario, runs: 3, seed: '' }, 400, 'EE_SHAPE', '$.seed'],
    ['an unknown scenario', { scenarioId: 'none', runs: 3 }, 404, 'EE_NOT_FOUND', '$.scenarioId'],
    ['a broken one', { scenario: { ...scenario, asOf: 'soon' }, runs: 3 }, 400, 'EE_SHAPE', '$.scenario.asOf'],
    ['a long one', { scenario: { ...scenario, horizonDays: 401 }, runs: 3 }, 422, 'EE_LIMIT', '$.scenario.horizonDays'],
    ['a list', [], 400, 'EE_SHAPE', '$'],
  ])('refuses %s', async (_, body, status, code, path) => {
    const answer = await post(body)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    const paths = (answer.body.error.issues ?? [answer.body.error]).map((issue) => issue.path)
    expect(paths).toContain(path)
    expect(await list()).toEqual([])
  })

  it('refuses one more than the server allows at a time, until one ends', async () => {
    const running = [await post({ scenario, runs: 50_000 }), await post({ scenario, runs: 50_000 })]
    const third = await post({ scenario, runs: 1 })
    expect([third.status, third.body.error.code]).toEqual([503, 'EE_BUSY'])
    expect(third.body.error.message).toContain('2 ensembles')
    await remove(running[0].body.id)
    expect((await post({ scenario, runs: 1 })).status).toBe(201)
  })
})

describe('GET /api/ensembles', () => {
  it('lists them, newest first, without their results', async () => {
    const first = await post({ scenario, runs: 2 })
    const second = await post({ scenario, runs: 3 })
    const ensembles = await list()
    expect(ensembles.map(({ id }) => id)).toEqual([second.body.id, first.body.id])
    expect(ensembles.flatMap((info) => shapeIssues(EnsembleInfo, info))).toEqual([])
  })

  it('gives the result so far of one that runs, and null before its first run', async () => {
    const seed = 'not prepared yet'
    const { body } = await post({ scenario, seed, runs: 50_000 })
    expect((await get(body.id)).body).toMatchObject({ status: 'running', result: null, progress: { timeLeftMs: null } })
    const { result, progress } = await until(body.id, (answer) => answer.result !== null)
    expect(result?.runs).toBe(progress.runsDone)
    expect(progress.timeLeftMs).toBeGreaterThan(0)
    if (!result) throw new Error('no result')
    expect(bytesOf(result)).toBe(bytesOf(await ensembleOf({ scenario, seed, runs: result.runs })))
  })

  it('knows no other', async () => {
    const answers = [await get('none'), await remove('none')]
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([
      [404, 'EE_NOT_FOUND'],
      [404, 'EE_NOT_FOUND'],
    ])
    expect((await ask(server.address, 'GET', '/api/ensembles/none/stream')).status).toBe(404)
  })
})

describe('DELETE /api/ensembles/:id', () => {
  it('ends one that runs, and it is gone', async () => {
    const { body } = await post({ scenario, runs: 50_000 })
    await until(body.id, ({ result }) => result !== null)
    expect((await remove(body.id)).status).toBe(204)
    expect((await get(body.id)).status).toBe(404)
  })
})

describe('ended ensembles', () => {
  it('are kept as far as the server allows, those seen last', async () => {
    const limits = { EE_SIM_MAX_KEPT_ENSEMBLES: '1', EE_SIM_MAX_STORED_RESULTS: '0' }
    const small = await startTestServer(limits, { lifetimes: { sweep: 20 } })
    try {
      const start = (runs: number) => ask<Created>(small.address, 'POST', '/api/ensembles', { scenario, runs })
      const ids = [(await start(1)).body.id, (await start(2)).body.id]
      const statuses = async () =>
        Promise.all(ids.map(async (id) => (await ask(small.address, 'GET', `/api/ensembles/${id}`)).status))
      for (let turn = 0; turn < 500 && (await statuses()).filter((status) => status === 200).length > 1; turn++) {
        await sleep(20)
      }
      expect((await statuses()).toSorted()).toEqual([200, 404])
    } finally {
      await small.close()
    }
  })
})

describe('an ensemble nobody looks at', () => {
  it('gives its place to a new one; one that somebody follows does not', async () => {
    const small = await startTestServer({ EE_SIM_MAX_ACTIVE_ENSEMBLES: '1' }, { lifetimes: { yieldUnseen: 50 } })
    try {
      const start = () => ask<Created>(small.address, 'POST', '/api/ensembles', { scenario, runs: 10_000 })
      const first = await start()
      const reader = new Follower(small.address, first.body.stream)
      await reader.untilType('started')
      await sleep(100)
      expect((await start()).status).toBe(503)
      reader.close()
      await reader.closed
      await sleep(100)
      expect((await start()).status).toBe(201)
      expect((await ask(small.address, 'GET', `/api/ensembles/${first.body.id}`)).status).toBe(404)
    } finally {
      await small.close()
    }
  })
})
