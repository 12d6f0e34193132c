import { type Day, parseDay } from '../../shared/lib/day.ts'
import type { PoolPoint, ServerMessage, SnapshotMessage } from '../../shared/protocol/messages.ts'
import type { DayEvent, DrawEvent, FinishedEvent, RulesEvent, StartedEvent } from '../../shared/schema/event.ts'
import { type RunStatus, speedRange } from '../../shared/schema/run.ts'

/**
 * All a page knows of a run. Bounded: one pool point a week and one entry a draw, whatever the speed.
 * Arrays keep their identity while their content does, so that a chart redraws only when it has something new.
 */
export interface RunView {
  status: RunStatus
  /** Simulated days a second. */
  speed: number
  /** Newest frame seen; -1 before the first. */
  seq: number
  started: StartedEvent | null
  latestDay: DayEvent | null
  /** Oldest first. */
  draws: readonly DrawEvent[]
  /** The pool over time, about a point a week, oldest first. */
  pool: readonly PoolPoint[]
  /** Rules that took over since the start, oldest first. */
  rules: readonly RulesEvent[]
  finished: FinishedEvent | null
  failure: { code: string; message: string } | null
}

const POOL_POINT_EVERY_DAYS = 7

export const emptyRunView: RunView = {
  status: 'preparing',
  speed: speedRange.initial,
  seq: -1,
  started: null,
  latestDay: null,
  draws: [],
  pool: [],
  rules: [],
  finished: null,
  failure: null,
}

const daysBetween = (from: string, to: string): Day => parseDay(to) - parseDay(from)

function withDay(view: RunView, day: DayEvent): RunView {
  const last = view.pool.at(-1)
  const due = !last || daysBetween(last.date, day.date) >= POOL_POINT_EVERY_DAYS
  const point: PoolPoint = { date: day.date, total: day.total, bands: day.bands }
  return { ...view, latestDay: day, pool: due ? [...view.pool, point] : view.pool }
}

function fromSnapshot({ type: _type, runId: _runId, ...view }: SnapshotMessage): RunView {
  return view
}

const afterStart = (view: RunView): RunStatus => (view.status === 'paused' ? 'paused' : 'running')

/**
 * The view after one more message from the server. Pure. A frame that was seen before (its `seq` is not newer) changes
 * nothing, so a reader who comes back may be sent too much but never counts a draw twice.
 */
export function reduceRun(view: RunView, message: ServerMessage): RunView {
  if (message.type === 'snapshot') return fromSnapshot(message)
  if (message.seq <= view.seq) return view
  const next: RunView = { ...view, seq: message.seq }
  switch (message.type) {
    case 'started':
      return { ...next, status: afterStart(view), started: message }
    case 'day':
      return withDay(next, message)
    case 'draw':
      return { ...next, draws: [...next.draws, message] }
    case 'rules':
      return { ...next, rules: [...next.rules, message] }
    case 'paused':
      return { ...next, status: 'paused' }
    case 'resumed':
      return { ...next, status: 'running', speed: message.speed }
    case 'cancelled':
      return { ...next, status: 'cancelled' }
    case 'finished':
      return { ...next, status: 'finished', finished: message }
    case 'failed':
      return { ...next, status: 'failed', failure: { code: message.code, message: message.message } }
  }
}

/** Nothing more will come from a run in one of these states. */
export const isOver = (status: RunStatus): boolean =>
  status === 'finished' || status === 'failed' || status === 'cancelled'

/** Days a run has been through: the first is the snapshot's, the last the newest simulated one. */
export function simulatedDays(view: RunView): { first: string; last: string } | null {
  if (!view.started) return null
  return { first: view.started.asOf, last: view.latestDay?.date ?? view.started.asOf }
}

/** What was known at the end of `date`: its draws, and the pool up to it. The run itself goes on unchanged. */
export function viewAt(view: RunView, date: string): RunView {
  return {
    ...view,
    draws: view.draws.filter((draw) => draw.date <= date),
    rules: view.rules.filter((change) => change.date <= date),
    pool: view.pool.filter((point) => point.date <= date),
    latestDay: view.latestDay && view.latestDay.date <= date ? view.latestDay : null,
  }
}

/** The pool over time, from the snapshot it was fitted to up to its newest state. */
export function poolOverTime({
  started,
  latestDay,
  pool,
}: Pick<RunView, 'started' | 'latestDay' | 'pool'>): readonly PoolPoint[] {
  if (!started) return []
  const start: PoolPoint = { date: started.asOf, total: started.poolTotal, bands: started.bands }
  const later = pool.filter((point) => point.date > start.date)
  const last = later.at(-1) ?? start
  const isNewer = latestDay !== null && latestDay.date > last.date
  const newest = isNewer ? [{ date: latestDay.date, total: latestDay.total, bands: latestDay.bands }] : []
  return [start, ...later, ...newest]
}

/** Ruleset in force on the latest day; `changedOn` = since when the scenario has put values of its own into it. */
export function rulesInForce({ started, rules }: RunView): { rulesetId: string; changedOn: string | null } | null {
  if (!started) return null
  const change = rules.at(-1)
  if (!change) return { rulesetId: started.rulesetId, changedOn: null }
  const before = rules.at(-2)?.rulesetId ?? started.rulesetId
  return { rulesetId: change.rulesetId, changedOn: change.rulesetId === before ? change.date : null }
}
