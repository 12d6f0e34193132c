import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { EnsembleClientMessage, EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import type { RunCreated, RunInfo } from '../../shared/schema/api.ts'
import type { EnsembleAnswer, EnsembleInfo } from '../../shared/schema/ensemble.ts'
import type { WorkCreated } from '../../shared/schema/longWork.ts'
import { Follower } from '../helpers/follower.ts'
import { type ServerProcess, serverProcess } from '../helpers/serverProcess.ts'
import { storeWith } from '../helpers/store.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask } from '../helpers/testServer.ts'

const scenario = { ...testScenario, horizonDays: 20 }

const runs = async ({ address }: ServerProcess) =>
  (await ask<{ runs: RunInfo[] }>(address, 'GET', '/api/runs')).body.runs
const ensembles = async ({ address }: ServerProcess) =>
  (await ask<{ ensembles: EnsembleInfo[] }>(address, 'GET', '/api/ensembles')).body.ensembles
const ensemble = async ({ address }: ServerProcess, id: string) =>
  (await ask<EnsembleAnswer>(address, 'GET', `/api/ensembles/${id}`)).body
const csv = async ({ address }: ServerProcess, id: string) =>
  (await fetch(`${address}/api/runs/${id}/draws.csv`)).text()
const startEnsemble = (server: ServerProcess, request: object = {}) =>
  ask<WorkCreated>(server.address, 'POST', '/api/ensembles', { scenario, runs: 3, ...request })

async function finishedRun(server: ServerProcess): Promise<{ id: string; reader: Follower }> {
  const { body } = await ask<RunCreated>(server.address, 'POST', '/api/runs', { scenario, speed: 400 })
  const reader = new Follower(server.address, body.stream)
  await reader.untilType('finished')
  return { id: body.id, reader }
}

async function finishedEnsemble(server: ServerProcess): Promise<string> {
  const { status, body } = await startEnsemble(server)
  expect([status, body.cached]).toEqual([201, false])
  const reader = new Follower<EnsembleServerMessage, EnsembleClientMessage>(server.address, body.stream)
  await reader.untilType('finished')
  reader.close()
  return body.id
}

describe('what has ended', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('is listed and read after %s as before', async (signal) => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    const { id, reader } = await finishedRun(first)
    const ensembleId = await finishedEnsemble(first)
    reader.drop()
    await sleep(100)
    const before = [await runs(first), await ensembles(first), await ensemble(first, ensembleId), await csv(first, id)]
    await first.end(signal)
    const second = await serverProcess(dataDir)
    expect([
      await runs(second),
      await ensembles(second),
      await ensemble(second, ensembleId),
      await csv(second, id),
    ]).toEqual(before)
    expect(before[0]).toMatchObject([{ id, status: 'finished', failure: null, resumedAt: null }])
    const [late, anew] = ['', '?from=0'].map((from) => new Follower(second.address, `/api/runs/${id}/stream${from}`))
    expect(await late.untilType('snapshot')).toMatchObject({ status: 'finished', seq: reader.lastSeq })
    await anew.untilType('finished')
    expect(anew.messages).toEqual(reader.messages.filter(({ type }) => type !== 'snapshot'))
    const wrong = new Follower(second.address, `/api/runs/${id}/stream?from=${reader.lastSeq + 1}`)
    expect((await wrong.closed).code).toBe(1008)
    late.say({ type: 'cancel' })
    const followed = new Follower<EnsembleServerMessage, EnsembleClientMessage>(
      second.address,
      `/api/ensembles/${ensembleId}/stream`,
    )
    expect((await followed.untilType('finished')).result).toEqual((before[2] as EnsembleAnswer).result)
    expect(await runs(second)).toMatchObject([{ id, status: 'finished', readers: 2 }])
  })

  it('and was deleted or cancelled is gone for good', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    const { id } = await finishedRun(first)
    const kept = await finishedEnsemble(first)
    const cancelled = await ask<RunCreated>(first.address, 'POST', '/api/runs', { scenario, paused: true })
    const reader = new Follower(first.address, cancelled.body.stream)
    await reader.untilType('snapshot')
    reader.say({ type: 'cancel' })
    await reader.untilType('cancelled')
    const deleted = await ask<RunCreated>(first.address, 'POST', '/api/runs', { scenario, paused: true })
    for (const path of [`/api/runs/${id}`, `/api/runs/${deleted.body.id}`]) {
      expect((await ask(first.address, 'DELETE', path)).status).toBe(204)
    }
    await first.end('SIGKILL')
    const second = await serverProcess(dataDir)
    expect(await runs(second)).toEqual([])
    expect((await ensembles(second)).map((one) => one.id)).toEqual([kept])
    const remove = () => ask(second.address, 'DELETE', `/api/ensembles/${kept}`)
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404])
    expect((await new Follower(second.address, `/api/runs/${id}/stream`).closed).code).toBe(4404)
  })
})

describe('an ensemble that was asked for before', () => {
  it('is not computed again: the finished one is named, also after kill -9', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    const id = await finishedEnsemble(first)
    const backwards = Object.fromEntries(Object.entries(scenario).toReversed())
    const known = { id, stream: `/api/ensembles/${id}/stream`, cached: true }
    for (const same of [{}, { seed: scenario.seed }, { scenario: backwards }]) {
      const { status, body } = await startEnsemble(first, same)
      expect([status, body]).toEqual([201, known])
    }
    await first.end('SIGKILL')
    const second = await serverProcess(dataDir)
    expect((await startEnsemble(second)).body).toEqual(known)
    for (const other of [{ seed: 'other' }, { runs: 2 }, { scenario: { ...scenario, horizonDays: 21 } }]) {
      const { status, body } = await startEnsemble(second, other)
      expect([status, body.cached]).toEqual([201, false])
      await ask(second.address, 'DELETE', `/api/ensembles/${body.id}`)
    }
  })
})

describe('what was under way when the server was killed', () => {
  it('goes on and says so; what cannot go on is listed as interrupted until it is deleted', async () => {
    const dataDir = temporaryFolder()
    const env = { EE_SIM_MAX_ENSEMBLE_RUNS: '100000' }
    const first = await serverProcess(dataDir, env)
    const post = async (what: 'runs' | 'ensembles', request: object) =>
      (await ask<RunCreated>(first.address, 'POST', `/api/${what}`, { scenario, ...request })).body
    const going = await post('runs', { paused: true })
    const lost = await post('runs', { paused: true })
    const lostEnsemble = await post('ensembles', { runs: 100_000 })
    await first.end('SIGKILL')
    for (const { id } of [lost, lostEnsemble]) rmSync(join(dataDir, 'under-way', id), { recursive: true })
    const second = await serverProcess(dataDir, env)
    const interrupted = { status: 'failed', failure: { code: 'EE_INTERRUPTED', message: expect.any(String) } }
    const resumed = { id: going.id, failure: null, resumedAt: expect.stringMatching(/Z$/) }
    expect(await runs(second)).toMatchObject([{ id: lost.id, ...interrupted, title: scenario.title }, resumed])
    expect(await ensembles(second)).toMatchObject([{ id: lostEnsemble.id, ...interrupted }])
    const readers = ['', '?from=7'].map((from) => new Follower(second.address, lost.stream + from))
    for (const reader of readers) expect(await reader.untilType('snapshot')).toMatchObject(interrupted)
    const follower = new Follower<EnsembleServerMessage, EnsembleClientMessage>(second.address, lostEnsemble.stream)
    expect(await follower.untilType('failed')).toMatchObject({ code: 'EE_INTERRUPTED' })
    for (const path of [`/api/runs/${lost.id}`, `/api/ensembles/${lostEnsemble.id}`]) {
      expect((await ask(second.address, 'DELETE', path)).status).toBe(204)
    }
    expect([(await runs(second)).map(({ id }) => id), await ensembles(second)]).toEqual([[going.id], []])
  })
})

describe('GET /api/runs', () => {
  it('lists 100 saved runs, newest first, in under 50 ms', async () => {
    const dataDir = temporaryFolder()
    const server = await serverProcess(dataDir)
    const { id } = await finishedRun(server)
    const [info] = await runs(server)
    await server.end('SIGTERM')
    const store = await storeWith(dataDir)
    const kept = await store.results.find('run', id)
    for (let index = 0; index < 99; index++) {
      const createdAt = new Date(Date.parse(info.createdAt) + 1000 * (index + 1)).toISOString()
      const request = { kind: 'run', scenarios: [scenario], seed: `${index}`, parameters: {} }
      await store.results.keep({ request, info: { ...info, id: `run-${index}`, createdAt } }, kept?.content)
    }
    await store.close()
    const again = await serverProcess(dataDir)
    const times: number[] = []
    for (let turn = 0; turn < 10; turn++) {
      const before = performance.now()
      const list = await runs(again)
      times.push(performance.now() - before)
      expect(list.map((one) => one.id)).toEqual([...Array.from({ length: 99 }, (_, index) => `run-${98 - index}`), id])
    }
    expect(Math.min(...times)).toBeLessThan(50)
  })
})
