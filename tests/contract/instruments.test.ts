import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InstrumentServerMessage } from '../../shared/protocol/instrumentMessages.ts'
import type { ErrorBody } from '../../shared/schema/api.ts'
import { InstrumentAnswer, InstrumentResult } from '../../shared/schema/instrument.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { runCli } from '../helpers/cli.ts'
import { Follower } from '../helpers/follower.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const scenario = smallScenario({ horizonDays: 40 })
const outcome = { figure: 'mean-cutoff', stream: 'cec' } as const
const draw = { date: '2025-12-16', stream: 'cec' } as const

describe('/api/instruments', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  type Created = { id: string; stream: string } & ErrorBody
  const post = (body: unknown) => ask<Created>(server.address, 'POST', '/api/instruments', body)

  it.each([
    { instrument: 'response', draw },
    { instrument: 'tornado', outcome, knobs: ['inflow'] },
    {
      instrument: 'sweep',
      outcome,
      x: { knob: 'inflow', factors: [0.5, 2] },
      y: { knob: { sizesOf: 'cec' }, factors: [1, 2] },
    },
    { instrument: 'split', outcome, alternative: { ...scenario, arrivals: { perDay: 90 } } },
  ])('follows a $instrument to its end', async (asked) => {
    const { status, headers, body } = await post({ ...asked, scenario, runs: 2, seed: 's' })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/instruments/${body.id}`)
    const follower = new Follower<InstrumentServerMessage>(server.address, body.stream)
    await follower.until(({ type }) => type === 'finished')
    for (const message of follower.messages) expect(shapeIssues(InstrumentServerMessage, message)).toEqual([])
    const answer = await ask<InstrumentAnswer>(server.address, 'GET', `/api/instruments/${body.id}`)
    expect(shapeIssues(InstrumentAnswer, answer.body)).toEqual([])
    expect(answer.body).toMatchObject({
      status: 'finished',
      result: { scenario: 'small', seed: 's', runs: 2, runsDone: 2, finding: { instrument: asked.instrument } },
    })
    expect((await ask(server.address, 'DELETE', `/api/instruments/${body.id}`)).status).toBe(204)
    expect((await ask(server.address, 'GET', `/api/instruments/${body.id}`)).status).toBe(404)
  })

  it.each([
    ['nothing', {}, 400, ['$.instrument']],
    ['an unknown one', { instrument: 'compass', scenario, runs: 2 }, 400, ['$.instrument']],
    [
      'a broken scenario and no outcome',
      { instrument: 'tornado', scenario: {}, runs: 2 },
      400,
      ['$.outcome', '$.scenario.asOf'],
    ],
    ['an unknown scenario', { instrument: 'tornado', scenario: 'none', outcome, runs: 2 }, 404, ['$.scenario']],
    [
      'a draw that is not held',
      { instrument: 'response', scenario, draw: { ...draw, date: '2026-01-01' }, runs: 2 },
      404,
      ['$.draw'],
    ],
    [
      'a stream without draws',
      { instrument: 'tornado', scenario, outcome: { ...outcome, stream: 'stem' }, runs: 2 },
      422,
      ['$.outcome.stream'],
    ],
  ])('refuses %s', async (_, body, status, paths) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    const { error } = answer.body
    expect((error.issues ?? [error]).map(({ path }) => path)).toEqual(expect.arrayContaining(paths))
  })
})

describe('ee-sim instrument', () => {
  const file = (): string => {
    const path = join(temporaryFolder(), 'scenario.json')
    writeFileSync(path, JSON.stringify(scenario))
    return path
  }

  it('prints what it shows as JSON, the same for any number of threads', async () => {
    const path = file()
    const run = async (threads: string): Promise<InstrumentResult> => {
      const args = ['instrument', 'sweep', path, '--stream', 'cec', '--x', 'inflow=0.5,2', '--y', 'sizes:cec=1']
      const { status, stdout } = await runCli([...args, '--runs', '3', '--threads', threads, '--json'])
      expect(status).toBe(0)
      return JSON.parse(stdout)
    }
    const [one, three] = [await run('1'), await run('3')]
    expect(shapeIssues(InstrumentResult, one)).toEqual([])
    expect(three.finding).toEqual(one.finding)
  })

  it('prints a table for people', async () => {
    const args = ['instrument', 'response', file(), '--draw', '2025-12-16/cec', '--sizes', '10,90', '--runs', '2']
    const { status, stdout, stderr } = await runCli(args)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^size +p10 +p50 +p90 +difference +95 % interval\n +10 +\d+ +\d+ +\d+ +\+\d/)
    expect(stderr).toContain('Scenario small, seed baseline: 2 paired runs of each.')
  })

  it.each([
    ['no kind', ['instrument'], 2, 'Usage: ee-sim instrument'],
    [
      'an unknown knob',
      ['instrument', 'sweep', 'baseline-2026', '--stream', 'cec', '--x', 'luck=1', '--y', 'inflow=1'],
      2,
      'expected NAME=NUMBERS',
    ],
    ['an unknown draw', ['instrument', 'response', 'baseline-2026', '--draw', '2026-01-01/cec'], 1, 'EE_NOT_FOUND'],
    [
      'a draw that is no draw',
      ['instrument', 'response', 'baseline-2026', '--draw', 'cec'],
      2,
      'such as 2026-02-04/cec',
    ],
  ])('refuses %s', async (_, args, status, words) => {
    const answer = await runCli(args)
    expect(answer.status).toBe(status)
    expect(answer.stderr).toContain(words)
  })
})
