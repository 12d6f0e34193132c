import { describe, expect, it } from 'vitest'
import { RunRecord } from '../../../shared/playback/runRecord.ts'
import { fakeSimulation } from '../../helpers/fakeSimulation.ts'

const events = [...fakeSimulation(8)]
/** A record that has heard everything up to and with its eighth day. */
function recordOf(count: number) {
  const record = new RunRecord(8)
  record.hear({ type: 'events', events: events.slice(0, count) })
  return record
}

describe('how a run stands', () => {
  it('follows its worker: preparing, running, paused, running, finished', () => {
    const record = new RunRecord(8)
    const statuses = [record.status]
    record.hear({ type: 'events', events: events.slice(0, 1) })
    statuses.push(record.status)
    record.hear({ type: 'paused', date: null })
    statuses.push(record.status)
    record.hear({ type: 'resumed', speed: 8 })
    statuses.push(record.status)
    record.hear({ type: 'events', events: events.slice(1) })
    expect([...statuses, record.status]).toEqual(['preparing', 'running', 'paused', 'running', 'finished'])
  })

  it('gives what readers are to hear, in order, and nothing after the end', () => {
    const record = new RunRecord(8)
    expect(record.hear({ type: 'events', events }).map(({ type }) => type)).toEqual(events.map(({ type }) => type))
    expect(record.hear({ type: 'paused', date: null })).toEqual([])
    expect(record.status).toBe('finished')
  })

  it('is told whole to somebody who joins', () => {
    const record = recordOf(6)
    record.hear({ type: 'paused', date: '2026-01-05' })
    expect(record.snapshot('r', 7)).toMatchObject({
      type: 'snapshot',
      seq: 7,
      runId: 'r',
      status: 'paused',
      speed: 8,
      latestDay: { date: '2026-01-05' },
      draws: [],
      failure: null,
    })
    expect(recordOf(events.length).snapshot('r', 9)).toMatchObject({ status: 'finished', draws: [{ number: 1 }] })
  })

  it('ends when it fails or is given up, with the reason', () => {
    const failed = recordOf(3)
    expect(failed.hear({ type: 'failed', code: 'EE_RULESET_UNFILLED', message: 'no values' })).toEqual([
      { type: 'failed', code: 'EE_RULESET_UNFILLED', message: 'no values' },
    ])
    expect(failed.snapshot('r', 1)).toMatchObject({
      status: 'failed',
      failure: { code: 'EE_RULESET_UNFILLED', message: 'no values' },
    })
    const cancelled = recordOf(3)
    expect(cancelled.cancel()).toEqual({ type: 'cancelled', date: '2026-01-02' })
    expect([failed.isActive, cancelled.isActive]).toEqual([false, false])
  })
})
