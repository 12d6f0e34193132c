import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ErrorBody, RunCreated, RunInfo } from '../../shared/schema/api.ts'
import { Follower } from '../helpers/follower.ts'
import { serverProcess } from '../helpers/serverProcess.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const breakingWorker = join(process.cwd(), 'tests/helpers/workers/breaking.worker.mjs')

const servers: TestServer[] = []
async function serve(...options: Parameters<typeof startTestServer>): Promise<string> {
  const server = await startTestServer(...options)
  servers.push(server)
  return server.address
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const start = (address: string, request: object = {}) =>
  ask<RunCreated & ErrorBody>(address, 'POST', '/api/runs', { scenario: testScenario, ...request })
const statusOf = async (address: string, id: string) =>
  (await ask<RunInfo>(address, 'GET', `/api/runs/${id}`)).body.status

describe('a worker that breaks', () => {
  it.each([
    ['crash', 'unexpected error'],
    ['exit', 'unexpected error'],
    ['out-of-memory', 'more memory'],
  ])('by %s fails its own run and no other', async (seed, words) => {
    const address = await serve({ EE_SIM_MAX_RUN_HEAP_MB: '96' }, { workerFile: breakingWorker })
    const healthy = await start(address, { speed: 30 })
    const broken = await start(address, { seed, speed: 1 })
    const reader = new Follower(address, broken.body.stream)
    const other = new Follower(address, healthy.body.stream)
    const failed = await reader.untilType('failed')
    expect(failed.code).toBe('EE_RUN_FAILED')
    expect(failed.message).toContain(words)
    expect(failed.message).not.toContain('secret')
    expect(await statusOf(address, broken.body.id)).toBe('failed')
    const late = new Follower(address, broken.body.stream)
    expect((await late.untilType('snapshot')).failure).toEqual({ code: failed.code, message: failed.message })
    await other.untilType('finished')
    expect((await start(address)).status).toBe(201)
  })

  it('by never yielding can still be cancelled and removed', async () => {
    const address = await serve({}, { workerFile: breakingWorker })
    const { body } = await start(address, { seed: 'never-yield' })
    const reader = new Follower(address, body.stream)
    await reader.untilType('started')
    await new Promise((resolve) => setTimeout(resolve, 200))
    reader.say({ type: 'cancel' })
    await reader.untilType('cancelled')
    expect((await ask(address, 'DELETE', `/api/runs/${body.id}`)).status).toBe(204)
  })

  it('never starts for a scenario that cannot be run: the request is refused with the reason', async () => {
    const address = await serve()
    const rules = [{ from: '2015-01-01', rulesetId: '2015-01-01' }]
    const { status, body } = await start(address, { scenario: { ...testScenario, asOf: '2015-06-01', rules } })
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ code: 'EE_SNAPSHOT_NONE', path: '$.scenario.asOf' })
  })
})

describe('limits', () => {
  it('no more runs than allowed are under way: EE_BUSY, until one ends', async () => {
    const address = await serve({ EE_SIM_MAX_ACTIVE_RUNS: '2' })
    const [first] = [await start(address, { paused: true }), await start(address, { paused: true })]
    const third = await start(address)
    expect(third.status).toBe(503)
    expect(third.body.error.code).toBe('EE_BUSY')
    await ask(address, 'DELETE', `/api/runs/${first.body.id}`)
    expect((await start(address)).status).toBe(201)
  })

  it('a run nobody has looked at gives its place to a new one', async () => {
    const address = await serve({ EE_SIM_MAX_ACTIVE_RUNS: '1' }, { lifetimes: { yieldUnseen: 50 } })
    const watched = await start(address, { paused: true })
    const reader = new Follower(address, watched.body.stream)
    await reader.untilType('snapshot')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await start(address)).status).toBe(503)
    reader.close()
    await reader.closed
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await start(address)).status).toBe(201)
    expect((await ask(address, 'GET', `/api/runs/${watched.body.id}`)).status).toBe(404)
  })

  it('a scenario larger than this server allows is refused', async () => {
    const address = await serve({ EE_SIM_MAX_HORIZON_DAYS: '30', EE_SIM_MAX_POOL_SIZE: '1000' })
    const long = await start(address)
    expect(long.status).toBe(422)
    expect(long.body.error).toMatchObject({ code: 'EE_LIMIT', path: '$.scenario.horizonDays' })
    const large = await start(address, { scenario: { ...testScenario, horizonDays: 30 } })
    expect(large.body.error).toMatchObject({ code: 'EE_LIMIT', path: '$.scenario.population.size' })
  })

  it('a reader too many is asked to come back later', async () => {
    const address = await serve({ EE_SIM_MAX_READERS_PER_RUN: '1' })
    const { body } = await start(address, { paused: true })
    await new Follower(address, body.stream).untilType('snapshot')
    expect((await new Follower(address, body.stream).closed).code).toBe(1013)
  })
})

describe('runs that nobody looks at', () => {
  it('are paused after a while, and removed later', async () => {
    const address = await serve({}, { lifetimes: { pauseUnseen: 400, removeUnseen: 1500, sweep: 20 } })
    const { body } = await start(address, { speed: 1 })
    const reader = new Follower(address, body.stream)
    await reader.untilType('started')
    reader.close()
    await reader.closed
    await new Promise((resolve) => setTimeout(resolve, 700))
    const list = await ask<{ runs: RunInfo[] }>(address, 'GET', '/api/runs')
    expect(list.body.runs[0]).toMatchObject({ id: body.id, status: 'paused' })
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect((await ask(address, 'GET', `/api/runs/${body.id}`)).status).toBe(404)
  })

  it('to the stream of no run: closed with 4404', async () => {
    const address = await serve()
    expect((await new Follower(address, '/api/runs/none/stream').closed).code).toBe(4404)
  })
})

describe('stopping', () => {
  it('tells readers, ends workers and is gone within two seconds of SIGTERM', async () => {
    const { address, end } = await serverProcess(temporaryFolder())
    const runs = [await start(address, { speed: 10 }), await start(address, { paused: true })]
    const readers = runs.map(({ body }) => new Follower(address, body.stream))
    await Promise.all(readers.map((reader) => reader.untilType('snapshot')))
    const askedAt = performance.now()
    expect(await end('SIGTERM')).toEqual([0, null])
    expect(performance.now() - askedAt).toBeLessThan(2000)
    const closes = await Promise.all(readers.map((reader) => reader.closed))
    expect(closes.map(({ code }) => code)).toEqual([1001, 1001])
  })
})
