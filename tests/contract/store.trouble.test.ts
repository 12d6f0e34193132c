import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { describe, expect, it } from 'vitest'
import type { ErrorBody, Health, RunCreated, ScenarioSaved, ScenarioSummary } from '../../shared/schema/api.ts'
import { Follower } from '../helpers/follower.ts'
import { type ServerProcess, serverProcess } from '../helpers/serverProcess.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask } from '../helpers/testServer.ts'

const fileIn = (dataDir: string): string => join(dataDir, 'store', 'store.db')

const save = ({ address }: ServerProcess, name: string, headers: Record<string, string> = {}) =>
  ask<Required<ScenarioSaved> & ErrorBody>(address, 'PUT', `/api/scenarios/${name}`, testScenario, headers)
const read = ({ address }: ServerProcess, name: string) => ask<ErrorBody>(address, 'GET', `/api/scenarios/${name}`)
const health = async ({ address }: ServerProcess) => (await ask<Health>(address, 'GET', '/api/health')).body.store
const names = async ({ address }: ServerProcess) =>
  (await ask<{ scenarios: ScenarioSummary[] }>(address, 'GET', '/api/scenarios')).body.scenarios
    .filter(({ builtIn }) => !builtIn)
    .map(({ id }) => id)
const refusal = (because: string) => ({
  status: 503,
  body: { error: { code: 'EE_STORE', path: '$', message: expect.stringContaining(because) } },
})

/** Everything that needs nothing saved: a run to its end, the scenarios of the program, the lists. */
async function expectTheRestToWork({ address }: ServerProcess): Promise<void> {
  const scenario = { ...testScenario, horizonDays: 10 }
  const { status, body } = await ask<RunCreated>(address, 'POST', '/api/runs', { scenario, speed: 400 })
  expect(status).toBe(201)
  await new Follower(address, body.stream).untilType('finished')
  expect((await ask(address, 'GET', `/api/runs/${body.id}`)).status).toBe(200)
  expect((await ask(address, 'DELETE', `/api/runs/${body.id}`)).status).toBe(204)
  for (const path of ['/api/scenarios', '/api/scenarios/baseline-2026', '/api/runs', '/api/ensembles']) {
    expect((await ask(address, 'GET', path)).status, path).toBe(200)
  }
}

describe('a damaged database', () => {
  it('is reported and kept aside, and a new one begun', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    expect((await save(first, 'before')).status).toBe(201)
    await first.end('SIGTERM')
    writeFileSync(fileIn(dataDir), 'something else '.repeat(1000))
    const second = await serverProcess(dataDir)
    expect(await health(second)).toEqual({ problem: null, keptAside: ['store.db.damaged-1'] })
    expect(second.log()).toMatch(
      /store\.db is damaged \(.+\); it was kept as .+store\.db\.damaged-1, and a new one is begun/,
    )
    expect([(await read(second, 'before')).status, (await save(second, 'before')).status]).toEqual([404, 201])
  })

  it('is found also while the server is up: who asked is told, and the next is served', async () => {
    const dataDir = temporaryFolder()
    const server = await serverProcess(dataDir)
    await save(server, 'before')
    const other = createClient({ url: `file:${fileIn(dataDir)}` })
    await other.executeMultiple(
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'saved_scenarios'; PRAGMA schema_version = 999;",
    )
    other.close()
    const answers = [await read(server, 'before'), await save(server, 'other'), await save(server, 'third')]
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(1)
    expect(answers.find(({ status }) => status === 503)).toMatchObject(refusal('damaged'))
    expect(answers[2].status).toBe(201)
    expect((await health(server)).keptAside).toEqual(['store.db.damaged-1'])
    await expectTheRestToWork(server)
  })
})

describe('a database that another program has locked', () => {
  it('is read meanwhile; a change is refused, and works when the lock is gone', async () => {
    const dataDir = temporaryFolder()
    const server = await serverProcess(dataDir)
    const { editToken } = (await save(server, 'mine')).body
    const other = createClient({ url: `file:${fileIn(dataDir)}` })
    const lock = await other.transaction('write')
    const right = { Authorization: `Bearer ${editToken}`, 'If-Match': '"1"' }
    const [refused, meanwhile] = await Promise.all([save(server, 'mine', right), read(server, 'mine')])
    expect(refused).toMatchObject(refusal('another program has it locked'))
    expect([meanwhile.status, meanwhile.headers.get('etag')]).toEqual([200, '"1"'])
    expect((await health(server)).problem).toContain('another program has it locked')
    await lock.rollback()
    other.close()
    expect((await save(server, 'mine', right)).body).toEqual({ id: 'mine', revision: 2 })
    expect(await health(server)).toEqual({ problem: null, keptAside: [] })
    await expectTheRestToWork(server)
  })

  it('by another server is left to it: this one says so and saves nothing', async () => {
    const dataDir = temporaryFolder()
    const first = await serverProcess(dataDir)
    await save(first, 'mine')
    const second = await serverProcess(dataDir)
    expect(await save(second, 'other')).toMatchObject(refusal('another server works with it'))
    expect(second.log()).toContain('another server works with it; give this one another EE_SIM_DATA_DIR')
    expect([await names(first), await names(second)]).toEqual([['mine'], []])
    await expectTheRestToWork(second)
    await second.end('SIGTERM')
    expect((await save(first, 'other')).status).toBe(201)
  })
})

describe('a folder that cannot be written to', () => {
  it('is said in the log and by /api/health; nothing is saved, all else works', async () => {
    const server = await serverProcess('/proc/none')
    expect(await save(server, 'mine')).toMatchObject(refusal('its folder cannot be used'))
    expect((await save(server, 'mine')).body.error.message).not.toContain('/proc/none')
    expect((await read(server, 'mine')).status).toBe(503)
    expect((await health(server)).problem).toContain('cannot be used')
    expect(server.log()).toContain('/proc/none/store cannot be used')
    await expectTheRestToWork(server)
  })
})

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  it('refuses what does not fit; what was saved stays, and is there after a restart with room', async () => {
    const dataDir = temporaryFolder()
    const small = await serverProcess(dataDir, {}, { longestFileKb: 120 })
    const saved: string[] = []
    for (let number = 0; number < 200; number++) {
      const answer = await save(small, `mine-${number}`)
      if (answer.status === 201) saved.push(`mine-${number}`)
      else expect(answer).toMatchObject(refusal('nothing was changed'))
    }
    expect(saved.length).toBeGreaterThan(3)
    expect(saved.length).toBeLessThan(200)
    expect((await health(small)).problem).toContain('cannot be written to')
    expect((await names(small)).toSorted()).toEqual(saved.toSorted())
    await expectTheRestToWork(small)
    await small.end('SIGKILL')
    const roomy = await serverProcess(dataDir)
    expect((await names(roomy)).toSorted()).toEqual(saved.toSorted())
    expect(await health(roomy)).toEqual({ problem: null, keptAside: [] })
    expect((await save(roomy, 'at-last')).status).toBe(201)
  })
})
