import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import type { RunCreated, RunInfo } from '../../shared/schema/api.ts'
import { speedRange } from '../../shared/schema/run.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { Follower } from '../helpers/follower.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const helper = (name: string) => join(process.cwd(), 'tests/helpers/workers', name)
const MEGABYTE = 1024 * 1024
/** Nine of ten turns of the event loop may be at most this late. The machine may be busy: the best of three counts. */
const LARGEST_DELAY_MS = 50

let server: TestServer | undefined
let audience: ChildProcess | undefined
afterEach(async () => {
  audience?.kill()
  await server?.close()
})

/** Readers in a process of their own, so that only the server is measured here. */
function seat(url: string, readers: number, silent: number) {
  const child = spawn(process.execPath, [helper('audience.mjs'), url, String(readers), String(silent)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  audience = child
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async () => (await lines.next()).value as string
  return { joined: nextLine(), draws: async () => JSON.parse(await nextLine()) as number[][] }
}

/** Bytes that are really held, with what waits for the garbage collector left out. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const oneToN = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Plays a run to 49 readers and a silent one, checks what they got, and says how late the server's timers were. */
async function delayWhilePlaying(address: string, scenario: Scenario): Promise<number> {
  const { body } = await ask<RunCreated>(address, 'POST', '/api/runs', { scenario, paused: true })
  const control = new Follower(address, body.stream)
  await control.until((message) => ('status' in message ? message.status === 'paused' : message.type === 'paused'))
  const { joined, draws } = seat(`${address.replace('http', 'ws')}${body.stream}`, 49, 1)
  expect(await joined).toBe('joined')
  control.say({ type: 'speed', daysPerSecond: speedRange.maximum })
  control.say({ type: 'resume' })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const everyReader = await draws()
  delay.disable()
  const info = (await ask<RunInfo>(address, 'GET', `/api/runs/${body.id}`)).body
  expect(info).toMatchObject({ status: 'finished', readers: 51 })
  expect(everyReader).toHaveLength(49)
  for (const numbers of everyReader) expect(numbers).toEqual(oneToN(info.draws))
  audience?.kill()
  return delay.percentile(90) / 1e6
}

describe('fifty readers', () => {
  it('all get every draw of a run at full speed while one never reads and the server stays responsive', async () => {
    server = await startTestServer()
    const scenario = { ...testScenario, horizonDays: 730 }
    let quietest = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 3 && quietest > LARGEST_DELAY_MS; attempt++) {
      quietest = Math.min(quietest, await delayWhilePlaying(server.address, scenario))
    }
    expect(quietest).toBeLessThan(LARGEST_DELAY_MS)
  })

  it('that never read cost a bounded amount of memory', async () => {
    server = await startTestServer({}, { workerFile: helper('flooding.worker.mjs') })
    const { address } = server
    const { body } = await ask<RunCreated>(address, 'POST', '/api/runs', { scenario: testScenario })
    const before = heldBytes()
    const silentReaders = 50
    const { joined, draws } = seat(`${address.replace('http', 'ws')}${body.stream}`, 1, silentReaders)
    await joined
    const control = new Follower(address, body.stream)
    await control.untilType('snapshot')
    control.say({ type: 'resume' })
    const [numbers] = await draws()
    const grownMegabytes = (heldBytes() - before) / MEGABYTE
    expect(numbers).toEqual(oneToN(20_000))
    const runMegabytes = (20_000 * 1000) / MEGABYTE
    expect(grownMegabytes).toBeLessThan(6 * runMegabytes)
  })
})
