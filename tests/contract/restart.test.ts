import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { EnsembleClientMessage, EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import type { ServerMessage } from '../../shared/protocol/messages.ts'
import type { RunCreated, RunInfo } from '../../shared/schema/api.ts'
import type { EnsembleInfo } from '../../shared/schema/ensemble.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { bytesOf, ensembleOf } from '../helpers/ensembles.ts'
import { Follower } from '../helpers/follower.ts'
import { serverProcess } from '../helpers/serverProcess.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask } from '../helpers/testServer.ts'

const FOREVER = '100000'
const keptIn = (dataDir: string): string => join(dataDir, 'under-way')
const namesIn = (dataDir: string): string[] => readdirSync(keptIn(dataDir)).filter((name) => name !== 'lock')

async function create(address: string, what: 'runs' | 'ensembles', request: object): Promise<RunCreated> {
  const { status, body } = await ask<RunCreated>(address, 'POST', `/api/${what}`, {
    scenario: testScenario,
    ...request,
  })
  expect(status).toBe(201)
  return body
}
const followEnsemble = (address: string, stream: string) =>
  new Follower<EnsembleServerMessage, EnsembleClientMessage>(address, stream)
const runInfo = async (address: string, id: string) => (await ask<RunInfo>(address, 'GET', `/api/runs/${id}`)).body
const withoutSeq = ({ seq: _, ...content }: ServerMessage) => content
const isEvent = ({ type }: ServerMessage): boolean => !['snapshot', 'paused', 'resumed'].includes(type)

describe('a live run', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('goes on after %s: no frame is missed, none comes twice', async (signal) => {
    const dataDir = temporaryFolder()
    const frames = new Map<number, ServerMessage>()
    const take = (reader: Follower) => {
      for (const message of reader.messages.filter(({ type }) => type !== 'snapshot')) {
        expect(frames.has(message.seq), `frame ${message.seq} came twice`).toBe(false)
        frames.set(message.seq, message)
      }
    }
    let server = await serverProcess(dataDir)
    const { id, stream } = await create(server.address, 'runs', { speed: 40 })
    let reader = new Follower(server.address, stream)
    await reader.until(({ type }) => type === 'day' && reader.all('day').length >= 5)
    reader.say({ type: 'pause' })
    await reader.untilType('paused')
    reader.say({ type: 'resume' })
    for (const days of [8, 16]) {
      await reader.until(({ type }) => type === 'day' && reader.all('day').length >= days)
      await server.end(signal)
      await reader.closed
      take(reader)
      server = await serverProcess(dataDir)
      reader = new Follower(server.address, `${stream}?from=${Math.max(...frames.keys())}`)
    }
    const { seq } = await reader.untilType('finished')
    take(reader)
    expect([...frames.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: seq }, (_, index) => index + 1))
    const told = [...frames.values()].toSorted((a, b) => a.seq - b.seq)
    expect(told.filter(isEvent).map(withoutSeq)).toEqual([...simulate(testScenario)])
    expect(told.filter((message) => !isEvent(message)).map(({ type }) => type)).toEqual(['paused', 'resumed'])
    expect(await runInfo(server.address, id)).toMatchObject({ status: 'finished' })
    expect(namesIn(dataDir)).toEqual([])
  })

  it('waits where it waited, at the speed that was asked for, and is steered as before', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    const { id, stream } = await create(first.address, 'runs', { paused: true })
    const reader = new Follower(first.address, stream)
    await reader.until((message) => message.type === 'paused' || ('status' in message && message.status === 'paused'))
    for (let turn = 1; turn <= 3; turn++) {
      const before = reader.messages.length
      reader.say({ type: 'step' })
      await reader.untilType('paused', before)
    }
    reader.say({ type: 'speed', daysPerSecond: 77 })
    const { date, createdAt } = await runInfo(first.address, id)
    await sleep(100)
    await first.end('SIGKILL')
    const second = await serverProcess(dataDir)
    const late = new Follower(second.address, stream)
    await late.until((message) => message.type === 'paused' || ('status' in message && message.status === 'paused'))
    await sleep(200)
    expect(await runInfo(second.address, id)).toMatchObject({ status: 'paused', date, createdAt })
    const again = new Follower(second.address, stream)
    expect(await again.untilType('snapshot')).toMatchObject({ status: 'paused', speed: 77, latestDay: { date } })
    again.say({ type: 'resume' })
    expect((await again.untilType('resumed')).speed).toBe(77)
    await again.untilType('finished')
  })

  it('refuses a frame it has never sent, and obeys while it is being made again', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    const { stream } = await create(first.address, 'runs', { speed: 30 })
    const reader = new Follower(first.address, stream)
    await reader.until(({ seq }) => seq >= 12)
    await first.end('SIGKILL')
    const second = await serverProcess(dataDir)
    const [wrong, right] = [100_000, reader.lastSeq].map((seq) => new Follower(second.address, `${stream}?from=${seq}`))
    expect((await wrong.closed).code).toBe(1008)
    right.say({ type: 'cancel' })
    expect((await right.untilType('cancelled')).seq).toBeGreaterThan(reader.lastSeq)
    expect(namesIn(dataDir)).toEqual([])
  })
})

describe('an ensemble', () => {
  it('goes on after SIGTERM and kill -9, and ends with the result of an uninterrupted one', async () => {
    const dataDir = temporaryFolder()
    const env = { EE_SIM_MAX_ENSEMBLE_THREADS: '1' }
    const runs = 400
    const done: number[] = []
    let server = await serverProcess(dataDir, env)
    const { id, stream } = await create(server.address, 'ensembles', { seed: 's', runs })
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const reader = followEnsemble(server.address, stream)
      const before = done.at(-1) ?? 0
      await reader.until((message) => message.type === 'progress' && message.progress.runsDone > before + 2)
      done.push(reader.all('progress').at(-1)?.progress.runsDone ?? 0)
      await server.end(signal)
      await reader.closed
      expect(reader.messages.filter(({ type }) => type !== 'started' && type !== 'progress')).toEqual([])
      server = await serverProcess(dataDir, env)
    }
    const last = followEnsemble(server.address, stream)
    const { info } = await last.untilType('started')
    expect(info).toMatchObject({ id, seed: 's', progress: { runs } })
    expect(info.progress.runsDone).toBeGreaterThanOrEqual(done[0])
    const { result, progress } = await last.untilType('finished', 0, 60_000)
    expect(progress).toMatchObject({ runsDone: runs, timeLeftMs: 0 })
    expect(bytesOf(result)).toBe(bytesOf(await ensembleOf({ scenario: testScenario, seed: 's', runs })))
    expect(namesIn(dataDir)).toEqual([])
  })

  it('is kept no longer when somebody cancels or deletes it', async () => {
    const dataDir = temporaryFolder()
    const { address, end } = await serverProcess(dataDir, { EE_SIM_MAX_ENSEMBLE_RUNS: FOREVER })
    const [one, other] = [
      await create(address, 'ensembles', { runs: Number(FOREVER) }),
      await create(address, 'ensembles', { runs: Number(FOREVER) }),
    ]
    const run = await create(address, 'runs', { paused: true })
    expect(namesIn(dataDir).toSorted()).toEqual([one.id, other.id, run.id].toSorted())
    const reader = followEnsemble(address, one.stream)
    await reader.untilType('started')
    reader.say({ type: 'cancel' })
    await reader.untilType('cancelled')
    await ask(address, 'DELETE', `/api/ensembles/${other.id}`)
    await ask(address, 'DELETE', `/api/runs/${run.id}`)
    await sleep(100)
    expect(namesIn(dataDir)).toEqual([])
    await end('SIGTERM')
  })
})

describe('what is kept', () => {
  const damages: Record<string, (folder: string) => void> = {
    'a request that is not JSON': (folder) => writeFileSync(join(folder, 'request.json'), '{"version":1,'),
    'a request without its fields': (folder) => writeFileSync(join(folder, 'request.json'), '{"version":1}'),
    'a request of another seed': (folder) => {
      const file = join(folder, 'request.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace('"seed":"kept"', '"seed":"other"'))
    },
    'a journal of something else': (folder) => writeFileSync(join(folder, 'journal.jsonl'), '{"events":1}\n{"a":1}\n'),
    'a checkpoint with a wrong byte': (folder) => {
      const file = join(folder, 'checkpoint')
      const bytes = readFileSync(file)
      bytes[bytes.length - 100] ^= 1
      writeFileSync(file, bytes)
    },
  }

  it('and was damaged is put aside and logged; the rest goes on', async () => {
    const dataDir = temporaryFolder()
    const env = { EE_SIM_MAX_ENSEMBLE_RUNS: FOREVER }
    const first = await serverProcess(dataDir, env)
    const damaged: string[] = []
    for (const [what, damage] of Object.entries(damages)) {
      const kind = damage === damages['a checkpoint with a wrong byte'] ? 'ensembles' : 'runs'
      const request = kind === 'runs' ? { paused: true } : { runs: Number(FOREVER) }
      const { id } = await create(first.address, kind, { seed: 'kept', ...request })
      damaged.push(id)
      expect(what).not.toBe('')
    }
    const healthy = await create(first.address, 'runs', { paused: true })
    await sleep(500)
    await first.end('SIGTERM')
    for (const [index, damage] of Object.values(damages).entries()) damage(join(keptIn(dataDir), damaged[index]))
    writeFileSync(join(keptIn(dataDir), 'notes.txt'), 'of somebody')
    const second = await serverProcess(dataDir, env)
    const { body } = await ask<{ runs: RunInfo[] }>(second.address, 'GET', '/api/runs')
    const { body: others } = await ask<{ ensembles: EnsembleInfo[] }>(second.address, 'GET', '/api/ensembles')
    const all = [...body.runs, ...others.ensembles]
    expect(all.flatMap(({ id, failure }) => (failure?.code === 'EE_INTERRUPTED' ? [id] : [])).toSorted()).toEqual(
      damaged.toSorted(),
    )
    expect(all.filter(({ failure }) => !failure).map(({ id }) => id)).toEqual([healthy.id])
    expect(namesIn(dataDir).toSorted()).toEqual(
      [...damaged.map((id) => `${id}.damaged`), healthy.id, 'notes.txt'].toSorted(),
    )
    for (const id of damaged) expect(second.log()).toContain(`${id} cannot be continued (`)
    await second.end('SIGTERM')
  })

  it('and finds no room waits for a server that has some: the oldest goes on first, a deleted one never', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    const older = await create(first.address, 'runs', { paused: true })
    await sleep(20)
    const newer = await create(first.address, 'runs', { paused: true })
    await sleep(20)
    const unwanted = await create(first.address, 'runs', { paused: true })
    await first.end('SIGTERM')
    const idsOn = async (env: Record<string, string>, removal: number) => {
      const server = await serverProcess(dataDir, env)
      const { body } = await ask<{ runs: RunInfo[] }>(server.address, 'GET', '/api/runs')
      expect((await ask(server.address, 'DELETE', `/api/runs/${unwanted.id}`)).status).toBe(removal)
      await server.end('SIGTERM')
      const ids = body.runs.flatMap(({ id, status }) => (status === 'paused' || status === 'preparing' ? [id] : []))
      return { ids, failed: body.runs.flatMap(({ id, failure }) => (failure ? [id] : [])), log: server.log() }
    }
    const narrow = await idsOn({ EE_SIM_MAX_ACTIVE_RUNS: '1' }, 204)
    expect([narrow.ids, narrow.failed]).toEqual([[older.id], [unwanted.id, newer.id]])
    expect(narrow.log).toContain(`run ${newer.id} is not continued now, and kept`)
    expect((await idsOn({}, 404)).ids).toEqual([newer.id, older.id])
  })

  it('belongs to one server at a time: another on the same folder leaves it alone', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    const { id } = await create(first.address, 'runs', { paused: true })
    const second = await serverProcess(dataDir)
    const { body } = await ask<{ runs: RunInfo[] }>(second.address, 'GET', '/api/runs')
    expect(body.runs).toEqual([])
    expect(second.log()).toContain('another server works with it')
    await create(second.address, 'runs', { paused: true })
    expect(namesIn(dataDir)).toEqual([id])
    await second.end('SIGTERM')
    await first.end('SIGTERM')
    expect(existsSync(join(keptIn(dataDir), id))).toBe(true)
  })

  it('is nothing where the folder cannot be written to: that is logged, and everything else works', async () => {
    const { address, log, end } = await serverProcess('/proc/none')
    const { stream } = await create(address, 'runs', { speed: 400 })
    await new Follower(address, stream).untilType('finished')
    expect(log()).toContain('runs and ensembles will not survive a restart: /proc/none/under-way cannot be used')
    await end('SIGTERM')
  })
})
