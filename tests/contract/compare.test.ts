import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ComparisonServerMessage } from '../../shared/protocol/comparisonMessages.ts'
import type { ErrorBody } from '../../shared/schema/api.ts'
import { ComparisonAnswer, ComparisonResult } from '../../shared/schema/comparison.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { runCli } from '../helpers/cli.ts'
import { Follower } from '../helpers/follower.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const baseline = smallScenario({ horizonDays: 40 })
const alternative = { ...baseline, id: 'more', arrivals: { ...baseline.arrivals, perDay: 60 } }

function file(scenario: unknown): string {
  const path = join(temporaryFolder(), 'scenario.json')
  writeFileSync(path, JSON.stringify(scenario))
  return path
}

describe('ee-sim compare', () => {
  it('prints paired differences with intervals, the same on one thread and on three', async () => {
    const files = [file(baseline), file(alternative)]
    const run = async (threads: string): Promise<ComparisonResult> => {
      const { status, stdout } = await runCli(['compare', ...files, '--runs', '5', '--threads', threads, '--json'])
      expect(status).toBe(0)
      return JSON.parse(stdout)
    }
    const [one, three] = [await run('1'), await run('3')]
    expect(shapeIssues(ComparisonResult, one)).toEqual([])
    expect(one).toMatchObject({ seed: 'baseline', runs: 5, runsDone: 5, threads: 1 })
    expect(one.scenarios.map((scenario) => scenario?.scenario)).toEqual(['small', 'more'])
    expect(three.differences).toEqual(one.differences)
    const [{ streams }] = one.differences
    expect(streams.map(({ stream }) => stream)).toEqual(['cec'])
    expect(streams[0].lastCutoff).toMatchObject({ pairs: 5 })
  })

  it('prints a table for people', async () => {
    const { status, stdout, stderr } = await runCli(['compare', file(baseline), file(alternative), '--runs', '2'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^figure +baseline +alternative +difference +95 % interval +of unpaired\n/)
    expect(stdout).toMatch(/\nlast cutoff cec +\d+\.\d +\d+\.\d +-?\d+\.\d +-?\d+\.\d to -?\d+\.\d/)
    expect(stderr).toContain('more against small, 2 paired runs, seed baseline:')
  })

  it.each([
    ['one scenario', ['compare', 'baseline-2026', '--runs', '2'], 2, "missing required argument 'alternative'"],
    ['no runs', ['compare', 'baseline-2026', 'long-pause'], 2, '--runs'],
    ['an unknown name', ['compare', 'baseline-2026', 'nothing', '--runs', '2'], 1, 'EE_NOT_FOUND'],
    ['five alternatives', ['compare', ...new Array(6).fill('long-pause'), '--runs', '2'], 1, 'EE_LIMIT'],
  ])('refuses %s', async (_, args, status, words) => {
    const answer = await runCli(args)
    expect(answer.status).toBe(status)
    expect(answer.stderr).toContain(words)
    expect(answer.stdout).toBe('')
  })
})

describe('/api/compare', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  type Created = { id: string; stream: string } & ErrorBody
  const post = (body: unknown) => ask<Created>(server.address, 'POST', '/api/compare', body)
  const get = (id: string) => ask<ComparisonAnswer & ErrorBody>(server.address, 'GET', `/api/compare/${id}`)
  const list = async () =>
    (await ask<{ comparisons: { id: string }[] }>(server.address, 'GET', '/api/compare')).body.comparisons
  afterEach(async () => {
    for (const { id } of await list()) await ask(server.address, 'DELETE', `/api/compare/${id}`)
  })

  it('starts a comparison that can be followed to its end', async () => {
    const { status, headers, body } = await post({ baseline, alternatives: [alternative], seed: 's', runs: 4 })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/compare/${body.id}`)
    const follower = new Follower<ComparisonServerMessage>(server.address, body.stream)
    await follower.until(({ type }) => type === 'finished')
    const { messages } = follower
    for (const message of messages) expect(shapeIssues(ComparisonServerMessage, message)).toEqual([])
    const answer = (await get(body.id)).body
    expect(shapeIssues(ComparisonAnswer, answer)).toEqual([])
    expect(answer).toMatchObject({ status: 'finished', scenarioIds: ['small', 'more'], seed: 's', failure: null })
    expect(answer.progress).toMatchObject({ runsDone: 8, runs: 8, timeLeftMs: 0 })
    expect(messages.at(-1)).toMatchObject({ result: answer.result })
  })

  it.each([
    ['nothing', {}, 400, ['$.baseline', '$.alternatives', '$.runs']],
    ['no alternative', { baseline, alternatives: [], runs: 2 }, 400, ['$.alternatives']],
    ['five', { baseline, alternatives: new Array(5).fill(alternative), runs: 2 }, 400, ['$.alternatives']],
    ['unknown names', { baseline: 'x', alternatives: ['y'], runs: 2 }, 404, ['$.baseline', '$.alternatives[0]']],
    [
      'mistakes in two scenarios at once',
      { baseline: { ...baseline, asOf: 'soon' }, alternatives: [{ ...baseline, horizonDays: 0 }], runs: 2 },
      400,
      ['$.baseline.asOf', '$.alternatives[0].horizonDays'],
    ],
  ])('refuses %s', async (_, body, status, paths) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    const { error } = answer.body
    expect((error.issues ?? [error]).map(({ path }) => path)).toEqual(expect.arrayContaining(paths))
    expect(await list()).toEqual([])
  })

  it('ends one that runs, and it is gone', async () => {
    const { id } = (await post({ baseline, alternatives: [alternative], runs: 2000 })).body
    while ((await get(id)).body.result === null) await sleep(20)
    expect((await ask(server.address, 'DELETE', `/api/compare/${id}`)).status).toBe(204)
    expect((await get(id)).status).toBe(404)
  })
})
