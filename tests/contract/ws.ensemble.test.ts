import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { StartOptions } from '../../server/main.ts'
import {
  type EnsembleClientMessage,
  EnsembleServerMessage,
  type EnsembleServerMessage as Message,
} from '../../shared/protocol/ensembleMessages.ts'
import type { EnsembleAnswer, EnsembleInfo } from '../../shared/schema/ensemble.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { bytesOf, ensembleOf } from '../helpers/ensembles.ts'
import { Follower } from '../helpers/follower.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { serverProcess } from '../helpers/serverProcess.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const scenario = smallScenario()
const ensembleWorkerFile = join(process.cwd(), 'tests/helpers/workers/breakingEnsemble.worker.mjs')
const FOREVER = 100_000

const servers: TestServer[] = []
async function serve(env: Record<string, string> = {}, options?: StartOptions): Promise<string> {
  const server = await startTestServer({ EE_SIM_MAX_ENSEMBLE_RUNS: String(FOREVER), ...env }, options)
  servers.push(server)
  return server.address
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function start(address: string, request: object): Promise<{ id: string; stream: string }> {
  const { status, body } = await ask<{ id: string; stream: string }>(address, 'POST', '/api/ensembles', {
    scenario,
    ...request,
  })
  expect(status).toBe(201)
  return body
}
const follow = (address: string, stream: string) => new Follower<Message, EnsembleClientMessage>(address, stream)
const answerOf = async (address: string, id: string): Promise<EnsembleAnswer> =>
  (await ask<EnsembleAnswer>(address, 'GET', `/api/ensembles/${id}`)).body
const isEnd = ({ type }: Message): boolean => type === 'finished' || type === 'cancelled' || type === 'failed'

describe('websocket of an ensemble', () => {
  it('tells the start, a growing result and the end, in rising order, as described', async () => {
    const address = await serve()
    const { id, stream } = await start(address, { seed: 's', runs: 12 })
    const reader = follow(address, stream)
    const finished = await reader.untilType('finished')
    const { messages } = reader
    expect(messages.flatMap((message) => shapeIssues(EnsembleServerMessage, message))).toEqual([])
    expect(messages[0]).toMatchObject({
      type: 'started',
      info: { id, stream, status: 'running', seed: 's' },
      result: null,
    })
    const types = messages.map(({ type }) => type)
    expect(types).toEqual(['started', ...types.slice(1, -1).map(() => 'progress'), 'finished'])
    const seqs = messages.map(({ seq }) => seq)
    expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b))
    const runs = reader.all('progress').map(({ progress, result }) => [progress.runsDone, result.runs])
    expect(runs.length).toBeGreaterThan(0)
    expect(runs.map(([done]) => done)).toEqual(runs.map(([, counted]) => counted))
    expect(finished.progress).toMatchObject({ runsDone: 12, runs: 12, timeLeftMs: 0 })
    expect(bytesOf(finished.result)).toBe(bytesOf(await ensembleOf({ scenario, seed: 's', runs: 12 })))
  })

  it('says the first result as soon as it is there, then at most about four a second', async () => {
    const address = await serve({ EE_SIM_MAX_ENSEMBLE_THREADS: '1' })
    const request = { scenarioId: 'baseline-2026', runs: FOREVER }
    const { body } = await ask<{ stream: string }>(address, 'POST', '/api/ensembles', request)
    const reader = follow(address, body.stream)
    const first = await reader.untilType('progress')
    expect(first.result.runs).toBe(1)
    const quick = follow(address, (await start(address, { runs: FOREVER })).stream)
    await quick.untilType('progress')
    await sleep(2000)
    const count = quick.all('progress').length
    expect(count).toBeGreaterThanOrEqual(3)
    expect(count).toBeLessThanOrEqual(10)
  })

  it('tells who joins late how it stands: the result so far, and at the end the end', async () => {
    const address = await serve()
    const { id, stream } = await start(address, { runs: FOREVER })
    await follow(address, stream).until((message) => message.type === 'progress' && message.result.runs > 2)
    const late = follow(address, stream)
    const started = await late.untilType('started')
    expect(started.result?.runs).toBeGreaterThan(2)
    expect(started.info.progress.runsDone).toBe(started.result?.runs)
    await late.untilType('progress')
    late.say({ type: 'cancel' })
    await late.untilType('cancelled')
    const afterwards = follow(address, stream)
    const end = await afterwards.untilType('cancelled')
    expect(afterwards.messages.map(({ type }) => type)).toEqual(['started', 'cancelled'])
    expect(afterwards.messages[0]).toMatchObject({ info: { status: 'cancelled' } })
    expect(end.result).toEqual((await answerOf(address, id)).result)
  })

  it('to no ensemble is closed with 4404, and what is not a message with 1008', async () => {
    const address = await serve()
    expect((await follow(address, '/api/ensembles/none/stream').closed).code).toBe(4404)
    const { stream } = await start(address, { runs: FOREVER })
    for (const text of ['{"type":"pause"}', 'nonsense', '{"type":"cancel","now":true}']) {
      const reader = follow(address, stream)
      await reader.untilType('started')
      reader.sayText(text)
      expect((await reader.closed).code).toBe(1008)
    }
    expect((await follow(address, stream).untilType('started')).info.status).toBe('running')
  })

  it('gives fifty readers the same end, and one too many is asked to come back', async () => {
    const address = await serve({ EE_SIM_MAX_READERS_PER_RUN: '50' })
    const { stream } = await start(address, { runs: 20 })
    const readers = Array.from({ length: 50 }, () => follow(address, stream))
    const ends = await Promise.all(readers.map((reader) => reader.untilType('finished')))
    expect(new Set(ends.map((message) => JSON.stringify(message))).size).toBe(1)
    expect((await follow(address, stream).closed).code).toBe(1013)
  })
})

describe('cancelling an ensemble', () => {
  it('takes a moment, in the middle of a run that never ends', async () => {
    const address = await serve({ EE_SIM_MAX_ENSEMBLE_THREADS: '2' }, { ensembleWorkerFile })
    const seed = `never-end:${join(temporaryFolder(), 'none')}`
    const { id, stream } = await start(address, { seed, runs: 100 })
    const reader = follow(address, stream)
    await reader.until((message) => message.type === 'progress' && message.result.runs === 1)
    await sleep(300)
    const askedMs = performance.now()
    reader.say({ type: 'cancel' })
    const { result, progress } = await reader.untilType('cancelled')
    expect(performance.now() - askedMs).toBeLessThan(500)
    expect([result?.runs, progress.runsDone]).toEqual([1, 1])
    expect(await answerOf(address, id)).toMatchObject({ status: 'cancelled', result: { runs: 1 } })
  })

  it('with DELETE tells readers first, with what was found, and then closes them', async () => {
    const address = await serve()
    const { id, stream } = await start(address, { runs: FOREVER })
    const reader = follow(address, stream)
    await reader.untilType('progress')
    expect((await ask(address, 'DELETE', `/api/ensembles/${id}`)).status).toBe(204)
    expect((await reader.untilType('cancelled')).result?.runs).toBeGreaterThan(0)
    expect((await reader.closed).code).toBe(4404)
  })
})

describe('a thread that breaks', () => {
  it('does not change the result', async () => {
    const address = await serve({ EE_SIM_MAX_RUN_HEAP_MB: '128' }, { ensembleWorkerFile })
    const seed = `crash-once:${join(temporaryFolder(), 'broke')}`
    const { stream } = await start(address, { seed, runs: 8 })
    const { result } = await follow(address, stream).untilType('finished')
    expect(bytesOf(result)).toBe(bytesOf(await ensembleOf({ scenario, seed, runs: 8 })))
  })

  it('again and again fails its ensemble, without internals, and no other', async () => {
    const address = await serve({ EE_SIM_MAX_ENSEMBLE_THREADS: '1' }, { ensembleWorkerFile })
    const healthy = await start(address, { runs: FOREVER })
    const broken = await start(address, { seed: `throw:${join(temporaryFolder(), 'none')}`, runs: 40 })
    const failed = await follow(address, broken.stream).untilType('failed')
    expect(failed).toMatchObject({ code: 'EE_ENSEMBLE_FAILED', message: expect.stringContaining('unexpected error') })
    expect(failed.message).not.toContain('secret')
    const answer = await answerOf(address, broken.id)
    expect(answer).toMatchObject({ status: 'failed', failure: { code: failed.code, message: failed.message } })
    expect(answer.result?.runs).toBe(answer.progress.runsDone)
    expect((await follow(address, healthy.stream).untilType('progress')).result.runs).toBeGreaterThan(0)
  })
})

describe('beside an ensemble', () => {
  it('a live run starts and plays', async () => {
    const address = await serve()
    const ensemble = await start(address, { runs: FOREVER })
    await follow(address, ensemble.stream).untilType('progress')
    const request = { scenario: testScenario, speed: 100 }
    const run = await ask<{ stream: string }>(address, 'POST', '/api/runs', request)
    await new Follower(address, run.body.stream).untilType('finished')
    const { body } = await ask<{ ensembles: EnsembleInfo[] }>(address, 'GET', '/api/ensembles')
    expect(body.ensembles[0].status).toBe('running')
  })

  it('the server stops within two seconds of SIGTERM and says goodbye to its readers, who may come back', async () => {
    const { address, end } = await serverProcess(temporaryFolder(), { EE_SIM_MAX_ENSEMBLE_RUNS: String(FOREVER) })
    const { stream } = await start(address, { runs: FOREVER })
    const reader = follow(address, stream)
    await reader.untilType('progress')
    const askedMs = performance.now()
    expect(await end('SIGTERM')).toEqual([0, null])
    expect(performance.now() - askedMs).toBeLessThan(2000)
    expect((await reader.closed).code).toBe(1001)
    expect(reader.messages.filter(isEnd)).toEqual([])
  })
})
