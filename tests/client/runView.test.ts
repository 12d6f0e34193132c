import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyRunView,
  poolOverTime,
  type RunView,
  reduceRun,
  rulesInForce,
  viewAt,
} from '../../client/engine/runView.ts'
import { addMonths, formatDay, parseDay } from '../../shared/lib/day.ts'
import type { ServerMessage, SnapshotMessage } from '../../shared/protocol/messages.ts'
import { dayEvent, drawEvent, startedEvent } from './fixtures.ts'

const viewAfter = (messages: readonly ServerMessage[], view: RunView = emptyRunView): RunView =>
  messages.reduce(reduceRun, view)

const dateAfter = (days: number): string => formatDay(parseDay(startedEvent.asOf) + days)

const snapshot: SnapshotMessage = {
  type: 'snapshot',
  seq: 40,
  runId: 'r',
  status: 'paused',
  speed: 32,
  started: startedEvent,
  latestDay: dayEvent('2026-01-08', 990),
  draws: [drawEvent(1), drawEvent(2)],
  rules: [],
  pool: [{ date: '2025-12-15', total: 1000, bands: dayEvent('2025-12-15', 1000).bands }],
  finished: null,
  failure: null,
}

describe('a run as the page sees it', () => {
  it('is being prepared until it has started', () => {
    expect(emptyRunView.status).toBe('preparing')
    expect(viewAfter([{ ...startedEvent, seq: 1 }]).status).toBe('running')
  })

  it('keeps every draw, in order', () => {
    const view = viewAfter([
      { ...startedEvent, seq: 1 },
      { ...drawEvent(1), seq: 2 },
      { ...drawEvent(2), seq: 3 },
    ])
    expect(view.draws.map((draw) => draw.number)).toEqual([1, 2])
  })

  it('counts a frame that is sent twice once', () => {
    const messages: ServerMessage[] = [
      { ...startedEvent, seq: 1 },
      { ...drawEvent(1), seq: 2 },
    ]
    const view = viewAfter(messages)
    expect(viewAfter(messages, view)).toBe(view)
  })

  it('takes a snapshot as the whole truth', () => {
    const view = viewAfter([{ ...startedEvent, seq: 1 }, { ...drawEvent(9), seq: 2 }, snapshot])
    expect(view.draws.map((draw) => draw.number)).toEqual([1, 2])
    expect(view).toMatchObject({ status: 'paused', speed: 32, seq: 40 })
  })

  it('follows pause, resume, end, failure and cancellation', () => {
    const running = viewAfter([{ ...startedEvent, seq: 1 }])
    expect(viewAfter([{ type: 'paused', seq: 2, date: null }], running).status).toBe('paused')
    expect(viewAfter([{ type: 'resumed', seq: 2, speed: 64 }], running)).toMatchObject({ status: 'running', speed: 64 })
    expect(viewAfter([{ type: 'cancelled', seq: 2, date: null }], running).status).toBe('cancelled')
    const failed = viewAfter([{ type: 'failed', seq: 2, code: 'EE_RUN_FAILED', message: 'no memory' }], running)
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'EE_RUN_FAILED', message: 'no memory' } })
  })

  it('stays paused while it is stepped', () => {
    const paused = viewAfter([
      { ...startedEvent, seq: 1 },
      { type: 'paused', seq: 2, date: null },
    ])
    expect(viewAfter([{ ...dayEvent('2025-12-15', 1), seq: 3 }], paused).status).toBe('paused')
  })

  it('leaves the draws array as it is on days without a draw, so that charts need not redraw', () => {
    const view = viewAfter([
      { ...startedEvent, seq: 1 },
      { ...drawEvent(1), seq: 2 },
    ])
    expect(viewAfter([{ ...dayEvent('2025-12-15', 1), seq: 3 }], view).draws).toBe(view.draws)
  })

  it('is bounded: a point a week however many days come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (days) => {
        const messages = Array.from(
          { length: days },
          (_, index): ServerMessage => ({ ...dayEvent(dateAfter(index + 1), 1000 + index), seq: index + 2 }),
        )
        const view = viewAfter([{ ...startedEvent, seq: 1 }, ...messages])
        expect(view.pool).toHaveLength(Math.ceil(days / 7))
        expect(poolOverTime(view).at(-1)).toMatchObject({ date: dateAfter(days), total: 999 + days })
      }),
    )
  })

  it('shows the pool from the snapshot it was fitted to, whether one was there from the start or joined', () => {
    const dates = (view: RunView) => poolOverTime(view).map((point) => point.date)
    expect(dates(viewAfter([snapshot]))).toEqual(['2025-12-14', '2025-12-15', '2026-01-08'])
    const fromStart = viewAfter([
      { ...startedEvent, seq: 1 },
      { ...dayEvent('2025-12-15', 1000), seq: 2 },
    ])
    expect(dates(fromStart)).toEqual(['2025-12-14', '2025-12-15'])
    const onFirstDay = viewAfter([
      { ...startedEvent, seq: 1 },
      { ...dayEvent('2025-12-14', 900), seq: 2 },
    ])
    expect(dates(onFirstDay)).toEqual(['2025-12-14'])
  })

  it('names the rules in force and when the scenario changed them', () => {
    const view = viewAfter([{ ...startedEvent, seq: 1 }])
    expect(rulesInForce(emptyRunView)).toBeNull()
    expect(rulesInForce(view)).toEqual({ rulesetId: '2025-03-25', changedOn: null })
    const changed = viewAfter([{ type: 'rules', seq: 2, date: '2026-03-01', rulesetId: '2025-03-25' }], view)
    expect(rulesInForce(changed)).toEqual({ rulesetId: '2025-03-25', changedOn: '2026-03-01' })
    const replaced = viewAfter([{ type: 'rules', seq: 2, date: '2026-11-03', rulesetId: '2026-11-03' }], view)
    expect(rulesInForce(replaced)).toEqual({ rulesetId: '2026-11-03', changedOn: null })
  })
})

describe('looking back', () => {
  it('shows nothing that happened after the day looked at', () => {
    const start = parseDay(startedEvent.asOf)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), (days) => {
        const date = formatDay(start + days)
        const draws = [1, 3, 6, 9].map((month) => drawEvent(month, { date: formatDay(addMonths(start, month)) }))
        const shown = viewAt(
          { ...emptyRunView, started: startedEvent, draws, latestDay: dayEvent('2026-12-14', 5) },
          date,
        )
        expect(shown.draws.every((draw) => draw.date <= date)).toBe(true)
        expect(shown.draws).toHaveLength(draws.filter((draw) => draw.date <= date).length)
        expect(poolOverTime(shown).every((point) => point.date <= date)).toBe(true)
      }),
    )
  })
})
