import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody, RunInfo, ScenarioSaved, ScenarioSummary } from '../../shared/schema/api.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, type JsonAnswer, startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ EE_SIM_MAX_SAVED_SCENARIOS: '20' })
})
afterAll(() => server.close())

type Saved = Required<ScenarioSaved> & ErrorBody

const titled = (en: string): Scenario => ({ ...testScenario, title: { en, fr: en } })
const path = (id: string): string => `/api/scenarios/${id}`
const read = (id: string) => ask<Scenario & ErrorBody>(server.address, 'GET', path(id))
const put = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  ask<Saved>(server.address, 'PUT', path(id), body, headers)
const remove = (id: string, headers: Record<string, string> = {}) =>
  ask<ErrorBody>(server.address, 'DELETE', path(id), undefined, headers)
const list = async () =>
  (await ask<{ scenarios: ScenarioSummary[] }>(server.address, 'GET', '/api/scenarios')).body.scenarios
const right = (token: string, revision: number | '*') => ({
  Authorization: `Bearer ${token}`,
  'If-Match': revision === '*' ? '*' : `"${revision}"`,
})
const codeOf = ({ status, body }: JsonAnswer<ErrorBody>) => [status, body.error.code, body.error.path]

describe('a scenario saved under a name', () => {
  it('is read, listed, changed and deleted', async () => {
    const created = await put('mine', titled('first'))
    expect(created.status).toBe(201)
    expect(created.body).toEqual({ id: 'mine', revision: 1, editToken: expect.stringMatching(/^[\w-]{22}$/) })
    expect([created.headers.get('location'), created.headers.get('etag')]).toEqual([path('mine'), '"1"'])
    const first = await read('mine')
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"'])
    expect(first.body).toEqual({ ...titled('first'), id: 'mine' })
    const { editToken } = created.body
    const changed = await put('mine', titled('second'), right(editToken, 1))
    expect([changed.status, changed.headers.get('etag'), changed.body]).toEqual([
      200,
      '"2"',
      { id: 'mine', revision: 2 },
    ])
    expect((await read('mine')).body.title.en).toBe('second')
    const builtIn = (await list()).filter((one) => one.builtIn).map(({ id }) => id)
    expect(builtIn).toContain('baseline-2026')
    expect((await list()).find(({ id }) => id === 'mine')).toMatchObject({ builtIn: false, title: { en: 'second' } })
    expect((await remove('mine', right(editToken, 2))).status).toBe(204)
    expect(codeOf(await read('mine'))).toEqual([404, 'EE_NOT_FOUND', '$'])
    expect((await list()).map(({ id }) => id)).not.toContain('mine')
  })

  it('is run by that name', async () => {
    await put('run-me', titled('to run'))
    const { status, body } = await ask<RunInfo>(server.address, 'POST', '/api/runs', {
      scenarioId: 'run-me',
      paused: true,
    })
    expect(status).toBe(201)
    const info = await ask<RunInfo>(server.address, 'GET', `/api/runs/${body.id}`)
    expect(info.body).toMatchObject({ scenarioId: 'run-me', title: { en: 'to run' }, seed: 'test' })
  })

  it('of two people who edit it, the second is told the present revision, and nothing is lost', async () => {
    const { editToken } = (await put('shared', titled('start'))).body
    const [ada, ben] = await Promise.all([
      put('shared', titled('by Ada'), right(editToken, 1)),
      put('shared', titled('by Ben'), right(editToken, 1)),
    ])
    const [won, lost] = ada.status === 200 ? [ada, ben] : [ben, ada]
    expect([won.status, won.body.revision]).toEqual([200, 2])
    expect(codeOf(lost)).toEqual([409, 'EE_CONFLICT', '$'])
    expect(lost.headers.get('etag')).toBe('"2"')
    expect((await read('shared')).body.title.en).toBe(won === ada ? 'by Ada' : 'by Ben')
    expect(codeOf(await remove('shared', right(editToken, 1)))).toEqual([409, 'EE_CONFLICT', '$'])
    expect((await put('shared', titled('both'), right(editToken, 2))).body.revision).toBe(3)
  })

  it('is changed by whoever has the token only, and says which revision it replaces', async () => {
    const { editToken } = (await put('guarded', titled('kept'))).body
    const refusals = [
      await put('guarded', titled('x')),
      await put('guarded', titled('x'), { 'If-Match': '"1"' }),
      await put('guarded', titled('x'), right('AAAAAAAAAAAAAAAAAAAAAA', 1)),
      await put('guarded', titled('x'), { Authorization: `Basic ${editToken}`, 'If-Match': '"1"' }),
      await remove('guarded'),
      await remove('guarded', right('AAAAAAAAAAAAAAAAAAAAAA', '*')),
    ]
    expect(refusals.map(codeOf)).toEqual(refusals.map(() => [403, 'EE_FORBIDDEN', '$']))
    const unsaid = await put('guarded', titled('x'), { Authorization: `Bearer ${editToken}` })
    expect([...codeOf(unsaid), unsaid.headers.get('etag')]).toEqual([409, 'EE_CONFLICT', '$', '"1"'])
    expect((await read('guarded')).body.title.en).toBe('kept')
    expect((await put('guarded', titled('overwritten'), right(editToken, '*'))).body.revision).toBe(2)
  })

  it('that is gone is not made anew by whoever still edits it', async () => {
    const { editToken } = (await put('gone', titled('x'))).body
    await remove('gone', right(editToken, 1))
    expect(codeOf(await put('gone', titled('y'), right(editToken, 1)))).toEqual([404, 'EE_NOT_FOUND', '$'])
    expect(codeOf(await remove('gone', right(editToken, 1)))).toEqual([404, 'EE_NOT_FOUND', '$'])
  })

  it('takes no name of a scenario that comes with the program, and no name that is none', async () => {
    expect(codeOf(await put('baseline-2026', titled('x')))).toEqual([409, 'EE_CONFLICT', '$.id'])
    expect(codeOf(await remove('baseline-2026'))).toEqual([409, 'EE_CONFLICT', '$.id'])
    expect((await read('baseline-2026')).body.id).toBe('baseline-2026')
    for (const name of ['Upper', 'a_b', '-a', 'a'.repeat(61), '%3Cb%3E']) {
      expect(codeOf(await put(name, titled('x'))).slice(0, 2), name).toEqual([400, 'EE_SHAPE'])
    }
  })
})

describe('a scenario saved without a name', () => {
  it('has a link nobody can guess and is not listed, nor are its runs', async () => {
    const { status, body } = await ask<Saved>(server.address, 'POST', '/api/scenarios', titled('for a friend'))
    expect(status).toBe(201)
    expect(body.id).toMatch(/^[0-9a-f]{32}$/)
    expect((await read(body.id)).body).toEqual({ ...titled('for a friend'), id: body.id })
    expect((await list()).map(({ id }) => id)).not.toContain(body.id)
    const run = await ask<RunInfo>(server.address, 'POST', '/api/runs', { scenarioId: body.id, paused: true })
    expect((await ask<RunInfo>(server.address, 'GET', `/api/runs/${run.body.id}`)).body.scenarioId).toBe(body.id)
    const runs = await ask<{ runs: RunInfo[] }>(server.address, 'GET', '/api/runs')
    expect(runs.body.runs.map(({ id }) => id)).not.toContain(run.body.id)
    expect((await put(body.id, titled('changed'), right(body.editToken, 1))).body.revision).toBe(2)
    expect((await list()).map(({ id }) => id)).not.toContain(body.id)
  })
})

describe('what is saved', () => {
  let token = ''
  beforeAll(async () => {
    token = (await put('before', titled('as before'))).body.editToken
  })

  it('may contain HTML: it comes back as data, never as a page', async () => {
    const html = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    expect((await put('markup', titled(html))).status).toBe(201)
    for (const address of [path('markup'), '/api/scenarios']) {
      const answer = await fetch(server.address + address)
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(await answer.text()).toContain(JSON.stringify(html))
    }
  })

  it.each<[string, unknown, number, string]>([
    [
      '10,000 draws',
      {
        ...testScenario,
        schedule: { draws: Array.from({ length: 10_000 }, () => ({ date: '2026-01-07', stream: 'cec', size: 1 })) },
      },
      400,
      'EE_SHAPE',
    ],
    ['10,000 wrong draws', { ...testScenario, schedule: { draws: Array(10_000).fill({}) } }, 400, 'EE_SHAPE'],
    ['more than the server reads', { ...testScenario, sources: ['x'.repeat(2_000_000)] }, 413, 'EE_TOO_LARGE'],
    ['a thousand levels', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 400, 'EE_JSON'],
    ['a hundred thousand levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'EE_JSON'],
    ['a broken one', { ...testScenario, horizonDays: 0 }, 400, 'EE_SHAPE'],
    [
      'one that cannot be run',
      { ...testScenario, rules: [{ from: '2026-01-01', rulesetId: '2025-03-25' }] },
      422,
      'EE_SCENARIO',
    ],
    ['one of a later version', { ...testScenario, schemaVersion: 99 }, 422, 'EE_SCENARIO_VERSION'],
    ['no JSON', '{"schemaVersion":', 400, 'EE_JSON'],
    ['nothing', '', 400, 'EE_JSON'],
  ])('is refused when it is %s, and what was there stays', async (_, body, status, code) => {
    for (const answer of [await put('refused', body), await put('before', body, right(token, '*'))]) {
      expect(codeOf(answer).slice(0, 2)).toEqual([status, code])
      expect(JSON.stringify(answer.body).length).toBeLessThan(50_000)
    }
    expect((await read('refused')).status).toBe(404)
    expect((await read('before')).body.title.en).toBe('as before')
  })

  it('is limited in number, and nothing is removed to make room', async () => {
    const before = (await list()).length
    const answers: JsonAnswer<Saved>[] = []
    for (let number = 0; number < 25; number++) answers.push(await put(`many-${number}`, titled('x')))
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.map(codeOf)).toEqual(refused.map(() => [422, 'EE_LIMIT', '$']))
    expect((await list()).length).toBe(before + answers.length - refused.length)
    expect((await read('before')).status).toBe(200)
  })
})
