import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDay } from '../../shared/lib/day.ts'
import { ServerMessage } from '../../shared/protocol/messages.ts'
import type { RunCreated, RunInfo, RunRequest } from '../../shared/schema/api.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { Follower } from '../helpers/follower.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ EE_SIM_MAX_ACTIVE_RUNS: '50' })
})
afterAll(() => server.close())

async function newRun(request: Partial<RunRequest> = {}): Promise<RunCreated> {
  const { status, body } = await ask<RunCreated>(server.address, 'POST', '/api/runs', {
    scenario: testScenario,
    ...request,
  })
  expect(status).toBe(201)
  return body
}

const infoOf = async (id: string) => (await ask<RunInfo>(server.address, 'GET', `/api/runs/${id}`)).body

async function paused() {
  const run = await newRun({ paused: true })
  const follower = new Follower(server.address, run.stream)
  await follower.until(
    (message) => message.type === 'paused' || (message.type === 'snapshot' && message.status === 'paused'),
  )
  return { ...run, follower }
}

describe('reading along', () => {
  it('starts with a snapshot, then tells every day and draw to the end, numbered without a gap', async () => {
    const { id, stream } = await newRun({ speed: 100 })
    const follower = new Follower(server.address, stream)
    const finished = await follower.untilType('finished')
    const [snapshot, ...frames] = follower.messages
    expect(snapshot).toMatchObject({ type: 'snapshot', runId: id, seq: 0, status: 'preparing', draws: [], pool: [] })
    expect(frames.map(({ seq }) => seq)).toEqual(frames.map((_, index) => index + 1))
    expect(frames[0].type).toBe('started')
    const [{ asOf, until }] = follower.all('started')
    expect(follower.all('day')).toHaveLength(parseDay(until) - parseDay(asOf) + 1)
    expect(follower.all('draw')).toHaveLength(finished.totals.draws)
    for (const message of follower.messages) expect(shapeIssues(ServerMessage, message)).toEqual([])
    follower.close()
  })

  it('gives the whole state to somebody who comes late', async () => {
    const { stream } = await newRun({ speed: 400 })
    const first = new Follower(server.address, stream)
    const finished = await first.untilType('finished')
    const second = new Follower(server.address, stream)
    const snapshot = await second.untilType('snapshot')
    expect(snapshot).toMatchObject({ status: 'finished', seq: finished.seq, failure: null })
    expect(snapshot.draws.map(({ number }) => number)).toEqual(first.all('draw').map(({ number }) => number))
    expect(snapshot.finished?.totals).toEqual(finished.totals)
    expect(snapshot.started?.until).toBe(finished.date)
    expect(snapshot.latestDay?.date).toBe(finished.date)
    expect(snapshot.pool).toHaveLength(Math.ceil((testScenario.horizonDays + 1) / 7))
  })

  it('gives the same run to the same seed, whatever the speed', async () => {
    const drawsAt = async (speed: number) => {
      const follower = new Follower(server.address, (await newRun({ speed, seed: 'equal' })).stream)
      await follower.untilType('finished')
      return follower.all('draw').map(({ seq: _, ...draw }) => draw)
    }
    expect(await drawsAt(400)).toEqual(await drawsAt(60))
  })
})

describe('coming back with from', () => {
  it('misses no draw, however often the connection is lost', async () => {
    const { stream } = await newRun({ speed: 60 })
    const seen = new Map<number, string>()
    let from = ''
    let losses = 0
    for (;;) {
      const follower = new Follower(server.address, stream + from)
      const start = performance.now()
      await follower.until(({ type }) => type === 'finished' || performance.now() - start > 120)
      follower.drop()
      for (const message of follower.messages) {
        expect(seen.has(message.seq), `frame ${message.seq} came twice`).toBe(false)
        seen.set(message.seq, message.type === 'draw' ? `draw ${message.number}` : message.type)
      }
      if (follower.all('finished').length > 0) break
      losses += 1
      from = `?from=${follower.lastSeq}`
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    expect(losses).toBeGreaterThan(2)
    const draws = [...seen.values()].filter((what) => what.startsWith('draw'))
    expect(draws).toEqual(draws.map((_, index) => `draw ${index + 1}`))
    expect(draws.length).toBeGreaterThan(10)
  })

  it('tells the whole run from its first frame with from=0, days beyond the last few left out', async () => {
    const { stream } = await newRun({ speed: 400 })
    const first = new Follower(server.address, stream)
    const finished = await first.untilType('finished')
    const again = new Follower(server.address, `${stream}?from=0`)
    await again.untilType('finished')
    expect(again.all('snapshot')).toEqual([])
    expect(again.all('started')).toEqual(first.all('started'))
    expect(again.all('draw')).toEqual(first.all('draw'))
    expect(again.lastSeq).toBe(finished.seq)
  })

  it.each(['1000000', '-1', 'x', '1.5', '', '1&from=2'])('is closed with 1008 for from=%s', async (from) => {
    const { stream } = await newRun({ paused: true })
    const { code, reason } = await new Follower(server.address, `${stream}?from=${from}`).closed
    expect(code).toBe(1008)
    expect(reason).toContain('from')
  })
})

describe('controls', () => {
  it('a run that starts paused waits before its first day', async () => {
    const { id, follower } = await paused()
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(follower.all('day')).toEqual([])
    expect(await infoOf(id)).toMatchObject({ status: 'paused', date: null })
  })

  it('step plays one day', async () => {
    const { follower, id } = await paused()
    const before = follower.messages.length
    follower.say({ type: 'step' })
    const done = await follower.untilType('paused', before)
    expect(follower.messages.slice(before).filter(({ type }) => type === 'day')).toHaveLength(1)
    expect(done.date).toBe(follower.all('day')[0].date)
    expect((await infoOf(id)).date).toBe(done.date)
  })

  it('stepToDraw plays to the end of the next day with a draw', async () => {
    const { follower } = await paused()
    for (let turn = 1; turn <= 2; turn++) {
      const before = follower.messages.length
      follower.say({ type: 'stepToDraw' })
      const done = await follower.untilType('paused', before)
      const played = follower.messages.slice(before)
      const draws = played.filter((message) => message.type === 'draw')
      expect(new Set(draws.map(({ date }) => date))).toEqual(new Set([done.date]))
      expect(played.at(-2)).toMatchObject({ type: 'day', date: done.date })
    }
  })

  it('resume, speed and pause are told to everybody, and obeyed', async () => {
    const { id, stream, follower } = await paused()
    const other = new Follower(server.address, stream)
    await other.untilType('snapshot')
    follower.say({ type: 'resume' })
    expect((await other.untilType('resumed')).speed).toBe(8)
    follower.say({ type: 'speed', daysPerSecond: 50 })
    await other.until((message) => message.type === 'resumed' && message.speed === 50)
    await other.until((message) => message.type === 'day' && other.all('day').length > 10)
    other.say({ type: 'pause' })
    const { date } = await follower.untilType('paused', 3)
    await other.untilType('paused', 3)
    const days = other.all('day').length
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(other.all('day')).toHaveLength(days)
    expect(await infoOf(id)).toMatchObject({ status: 'paused', date, readers: 2 })
  })

  it('cancel ends the run for everybody and keeps what it had', async () => {
    const { id, stream, follower } = await paused()
    follower.say({ type: 'stepToDraw' })
    await follower.untilType('draw')
    follower.say({ type: 'cancel' })
    const { date } = await follower.untilType('cancelled')
    expect(await infoOf(id)).toMatchObject({ status: 'cancelled', date })
    const late = new Follower(server.address, stream)
    expect(await late.untilType('snapshot')).toMatchObject({ status: 'cancelled' })
    late.say({ type: 'resume' })
    const { body } = await ask<{ runs: { active: number } }>(server.address, 'GET', '/api/health')
    expect(body.runs.active).toBe((await activeRuns()).length)
    expect((await infoOf(id)).status).toBe('cancelled')
  })

  it.each([
    ['no JSON', 'pause'],
    ['an unknown command', '{"type":"reset"}'],
    ['a speed out of range', '{"type":"speed","daysPerSecond":0}'],
    ['bytes', Buffer.from('{"type":"pause"}')],
  ])('%s closes that reader with 1008 and leaves the run alone', async (_, content) => {
    const { id, stream, follower } = await paused()
    const other = new Follower(server.address, stream)
    await other.untilType('snapshot')
    other.sayText(content)
    expect((await other.closed).code).toBe(1008)
    follower.say({ type: 'step' })
    await follower.untilType('day')
    expect((await infoOf(id)).status).toBe('paused')
  })

  it('a message too long for a command closes that reader with 1009', async () => {
    const { follower } = await paused()
    follower.sayText(`{"type":"${'x'.repeat(10_000)}"}`)
    expect((await follower.closed).code).toBe(1009)
  })
})

const activeRuns = async () =>
  (await ask<{ runs: RunInfo[] }>(server.address, 'GET', '/api/runs')).body.runs.filter(({ status }) =>
    ['preparing', 'running', 'paused'].includes(status),
  )
