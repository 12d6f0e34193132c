import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DrawList, ErrorBody, Health, RunCreated, RunInfo, ScenarioSummary } from '../../shared/schema/api.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import type { Ruleset } from '../../shared/schema/ruleset.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { Follower } from '../helpers/follower.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

interface CorpusCase {
  ruleset: string
  profile: Profile
  expected: { total: number }
}

const corpus = readFileSync('tests/corpus/crs.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): CorpusCase => JSON.parse(line))

let server: TestServer
const get = <Body>(path: string) => ask<Body>(server.address, 'GET', path)
const post = <Body>(path: string, body: unknown) => ask<Body>(server.address, 'POST', path, body)

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('GET /api/health', () => {
  it('says that the server is well, how old its data is and how much is under way', async () => {
    const { status, body } = await get<Health>('/api/health')
    expect(status).toBe(200)
    expect(body).toEqual({
      status: 'ok',
      engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
      dataUntil: '2025-12-17',
      runs: { active: 0, limit: 8 },
      store: { problem: null, keptAside: [] },
    })
  })
})

describe('GET /api/rulesets', () => {
  it('lists every ruleset, oldest first', async () => {
    const { body } = await get<{ rulesets: Ruleset[] }>('/api/rulesets')
    const ids = body.rulesets.map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual(['2015-01-01', '2016-11-19'])
    expect(ids).toContain('2025-03-25')
  })

  it('gives one whole, with its sources', async () => {
    const { status, body } = await get<Ruleset>('/api/rulesets/2025-03-25')
    expect(status).toBe(200)
    expect(body.provisions.core.age.withoutSpouse['20']).toBe(110)
    expect(body.provisions.core.age.sources.length).toBeGreaterThan(0)
  })

  it('names what nobody has published of the rules of November 2026', async () => {
    const { status, body } = await get<Ruleset>('/api/rulesets/2026-11-03')
    expect(status).toBe(200)
    expect(body.unknown).toContain('additional.highWage.work.x2')
    expect(body.provisions.additional.highWage.work.x2).toBeNull()
  })

  it('knows no other', async () => {
    const { status, body } = await get<ErrorBody>('/api/rulesets/2099-01-01')
    expect(status).toBe(404)
    expect(body.error.code).toBe('EE_NOT_FOUND')
  })
})

describe('POST /api/score', () => {
  it('gives what the command line gives, and why', async () => {
    for (const { ruleset, profile, expected } of corpus.slice(0, 40)) {
      const { status, body } = await post<typeof expected & { ruleset: string; explanation: { total: number } }>(
        '/api/score',
        { profile, ruleset },
      )
      expect(status).toBe(200)
      expect(body).toMatchObject({ ...expected, ruleset })
      expect(body.explanation.total).toBe(expected.total)
    }
  })

  it('scores under the newest known ruleset when none is asked for', async () => {
    const { body } = await post<{ ruleset: string }>('/api/score', { profile: corpus[0].profile })
    expect(body.ruleset).toBe('2025-03-25')
  })

  it('reports every mistake at once, each at its place', async () => {
    const profile = { ...corpus[0].profile, age: 'thirty', education: 'phd', nickname: 'x' }
    const { status, body } = await post<ErrorBody>('/api/score', { profile, rule: '2025-03-25' })
    expect(status).toBe(400)
    expect(body.error.code).toBe('EE_SHAPE')
    const paths = body.error.issues?.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['$.rule', '$.profile.age', '$.profile.education', '$.profile.nickname']),
    )
    expect(body.error).toMatchObject({ message: body.error.issues?.[0].message, path: body.error.issues?.[0].path })
  })

  it('refuses a profile that contradicts itself with 422', async () => {
    const { firstLanguage } = corpus[0].profile
    const profile = { ...corpus[0].profile, secondLanguage: firstLanguage }
    const { status, body } = await post<ErrorBody>('/api/score', { profile })
    expect(status).toBe(422)
    expect(body.error.code).toBe('EE_LANGUAGE_SECOND_SAME')
    expect(body.error.path).toMatch(/^\$\.profile\.secondLanguage/)
  })

  it('refuses a ruleset nobody knows with 422', async () => {
    const { status, body } = await post<ErrorBody>('/api/score', { profile: corpus[0].profile, ruleset: '1999-01-01' })
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ code: 'EE_RULESET_UNKNOWN', path: '$.ruleset' })
  })
})

describe('POST /api/eligibility', () => {
  it('names programs and streams with reasons, on the day that is asked for', async () => {
    const { status, body } = await post<{ on: string; programs: Record<string, { reasons: unknown[] }>; streams: [] }>(
      '/api/eligibility',
      { profile: corpus[0].profile, on: '2025-06-01' },
    )
    expect(status).toBe(200)
    expect(body.on).toBe('2025-06-01')
    expect(Object.keys(body.programs)).toEqual(expect.arrayContaining(['cec', 'fsw', 'fst']))
    expect(body.programs.cec.reasons.length).toBeGreaterThan(0)
    expect(Array.isArray(body.streams)).toBe(true)
  })

  it('refuses a day that is not in the calendar', async () => {
    const { status, body } = await post<ErrorBody>('/api/eligibility', { profile: corpus[0].profile, on: '2025-02-30' })
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ code: 'EE_DATE', path: '$.on' })
  })
})

describe('GET /api/draws', () => {
  it('lists the published draws with their source', async () => {
    const { body } = await get<DrawList>('/api/draws')
    expect(body.draws).toHaveLength(389)
    expect(body.draws[0].date).toBe('2015-01-31')
    expect(body.source).not.toBe('')
  })

  it('takes a period, both ends included, and a stream', async () => {
    const { body } = await get<DrawList>('/api/draws?from=2025-12-01&to=2025-12-17&stream=cec')
    expect(body.draws.length).toBeGreaterThan(0)
    expect(body.draws.every((draw) => draw.stream === 'cec' && draw.date >= '2025-12-01')).toBe(true)
  })

  it.each([
    ['from=yesterday', 400, '$.from'],
    ['stream=lottery', 400, '$.stream'],
    ['since=2025-01-01', 400, '$.since'],
    ['from=2025-02-30', 422, '$.from'],
    ['from=2025-02-03&to=2025-02-01', 422, '$.to'],
  ])('refuses %s', async (query, expectedStatus, path) => {
    const { status, body } = await get<ErrorBody>(`/api/draws?${query}`)
    expect(status).toBe(expectedStatus)
    expect(body.error.path).toBe(path)
  })
})

describe('GET /api/scenarios', () => {
  it('lists what can be run by name, in both languages, and gives each whole', async () => {
    const { body } = await get<{ scenarios: ScenarioSummary[] }>('/api/scenarios')
    expect(body.scenarios.map(({ id }) => id)).toContain('baseline-2026')
    for (const { id, title } of body.scenarios) {
      const one = await get<Scenario>(`/api/scenarios/${id}`)
      expect(one.body).toMatchObject({ id, title, schemaVersion: 1 })
    }
  })

  it('knows no other', async () => {
    const { status } = await get('/api/scenarios/no-such-thing')
    expect(status).toBe(404)
  })
})

describe('runs', () => {
  it('go from creation to their draws as CSV', async () => {
    const created = await post<RunCreated>('/api/runs', { scenario: testScenario, seed: 'seven', speed: 400 })
    expect(created.status).toBe(201)
    const { id, stream } = created.body
    expect(created.headers.get('location')).toBe(`/api/runs/${id}`)
    expect(stream).toBe(`/api/runs/${id}/stream`)
    expect(id).toMatch(/^[\w-]{16,}$/)

    const follower = new Follower(server.address, stream)
    const finished = await follower.untilType('finished')
    const { body: info } = await get<RunInfo>(`/api/runs/${id}`)
    expect(info).toMatchObject({
      id,
      stream,
      status: 'finished',
      scenarioId: 'test',
      title: testScenario.title,
      seed: 'seven',
      date: finished.date,
      draws: finished.totals.draws,
      readers: 1,
    })
    const list = await get<{ runs: RunInfo[] }>('/api/runs')
    expect(list.body.runs.map((run) => run.id)).toContain(id)

    const csv = await fetch(`${server.address}/api/runs/${id}/draws.csv`)
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = Buffer.from(await csv.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, ...rows] = bytes.subarray(3).toString().trimEnd().split('\r\n')
    expect(header).toBe('number,date,stream,size,minimumScore,cutoff,tieBreak,eligible,invited')
    expect(rows).toHaveLength(info.draws)

    const removed = await ask(server.address, 'DELETE', `/api/runs/${id}`)
    expect(removed.status).toBe(204)
    expect((await follower.closed).code).toBe(4404)
    expect((await get(`/api/runs/${id}`)).status).toBe(404)
    expect((await ask(server.address, 'DELETE', `/api/runs/${id}`)).status).toBe(404)
  })

  it.each([
    ['neither scenario nor name', {}, 400, 'EE_SHAPE', '$'],
    ['both', { scenario: testScenario, scenarioId: 'baseline-2026' }, 400, 'EE_SHAPE', '$'],
    ['a name nobody knows', { scenarioId: 'no-such-thing' }, 404, 'EE_NOT_FOUND', '$.scenarioId'],
    ['a speed out of range', { scenario: testScenario, speed: 1e9 }, 400, 'EE_SHAPE', '$.speed'],
    ['no object', [], 400, 'EE_SHAPE', '$'],
    [
      'a scenario with a mistake',
      { scenario: { ...testScenario, horizonDays: 0 } },
      400,
      'EE_SHAPE',
      '$.scenario.horizonDays',
    ],
  ])('are refused with %s', async (_, request, status, code, path) => {
    const answer = await post<ErrorBody>('/api/runs', request)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toMatchObject({ code, path })
  })

  it.each(['', '/draws.csv', '/stream'])('that do not exist are not found: /api/runs/:id%s', async (rest) => {
    const { status, body } = await get<ErrorBody>(`/api/runs/AAAA${rest}`)
    expect(status).toBe(404)
    expect(body.error.code).toBe('EE_NOT_FOUND')
  })
})
