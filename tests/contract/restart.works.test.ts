import { describe, expect, it } from 'vitest'
import type { ComparisonServerMessage } from '../../shared/protocol/comparisonMessages.ts'
import type { InstrumentServerMessage } from '../../shared/protocol/instrumentMessages.ts'
import type { RunCreated } from '../../shared/schema/api.ts'
import type { ComparisonAnswer } from '../../shared/schema/comparison.ts'
import { Follower } from '../helpers/follower.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { serverProcess } from '../helpers/serverProcess.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'
import { ask } from '../helpers/testServer.ts'

const scenario = smallScenario({ horizonDays: 40 })
const alternative = { ...scenario, id: 'more', arrivals: { perDay: 60 } }
const outcome = { figure: 'mean-cutoff', stream: 'cec' }
/** So many that the server ends before they do. */
const runs = 200

const questions = [
  { name: 'a comparison', path: '/api/compare', request: { baseline: scenario, alternatives: [alternative] } },
  {
    name: 'a tornado',
    path: '/api/instruments',
    request: { instrument: 'tornado', scenario, outcome, knobs: ['inflow'] },
  },
  { name: 'a split', path: '/api/instruments', request: { instrument: 'split', scenario, alternative, outcome } },
]

type Message = ComparisonServerMessage | InstrumentServerMessage
const follow = (address: string, { stream }: RunCreated) => new Follower<Message>(address, stream)

const found = ({ result }: Extract<Message, { type: 'finished' }>) => ({ ...result, elapsedMs: 0, scenarios: [] })

describe('a work with several scenarios', () => {
  it.each(questions)('begins again after kill -9, and ends with the same: $name', async ({ path, request }) => {
    const dataDir = temporaryFolder()
    const ask201 = async (address: string, more: object): Promise<RunCreated> => {
      const { status, body } = await ask<RunCreated>(address, 'POST', path, { ...request, runs, ...more })
      expect(status).toBe(201)
      return body
    }
    const first = await serverProcess(dataDir)
    const created = await ask201(first.address, { seed: 'kept' })
    const interrupted = follow(first.address, created)
    await interrupted.untilType('started')
    await first.end('SIGKILL')
    expect(interrupted.all('finished')).toEqual([])

    const second = await serverProcess(dataDir)
    const reader = follow(second.address, created)
    const { info } = await reader.untilType('started')
    expect(info).toMatchObject({ id: created.id, seed: 'kept', resumedAt: expect.any(String) })
    const resumed = await reader.untilType('finished')
    expect(resumed.result.runsDone).toBe(runs)
    await second.end('SIGTERM')

    const third = await serverProcess(dataDir)
    const { body } = await ask<ComparisonAnswer>(third.address, 'GET', `${path}/${created.id}`)
    expect(body).toMatchObject({ status: 'finished', result: { runsDone: runs } })
    await third.end('SIGTERM')

    const other = await serverProcess(temporaryFolder())
    const uninterrupted = await follow(other.address, await ask201(other.address, { seed: 'kept' })).untilType(
      'finished',
    )
    expect(found(resumed)).toEqual(found(uninterrupted))
    await other.end('SIGTERM')
  })
})
