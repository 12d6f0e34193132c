import type { RunState } from '../../shared/playback/runState.ts'
import type { PoolPoint } from '../../shared/protocol/messages.ts'
import type { DrawEvent, FinishedEvent } from '../../shared/schema/event.ts'

/** A finished run in one document: what `simulate --json` prints. */
export interface RunSummary {
  /** Id of the scenario. */
  scenario: string
  seed: string
  engineVersion: string
  /** The ruleset at the start. */
  rulesetId: string
  draws: Omit<DrawEvent, 'type'>[]
  /** The first day, then one a week, and the last day. */
  pool: PoolPoint[]
  totals: FinishedEvent['totals']
}

const withoutType = ({ type: _, ...draw }: DrawEvent): Omit<DrawEvent, 'type'> => draw

function poolOf({ pool, latestDay }: RunState): PoolPoint[] {
  if (!latestDay || latestDay.date === pool.at(-1)?.date) return pool
  const { date, total, bands } = latestDay
  return [...pool, { date, total, bands }]
}

/** @throws Error before the run has finished */
export function runSummary(state: RunState): RunSummary {
  const { started, finished, draws } = state
  if (!started || !finished) throw new Error('the run has not finished')
  const { scenarioId: scenario, seed, engineVersion, rulesetId } = started
  const { totals } = finished
  return { scenario, seed, engineVersion, rulesetId, draws: draws.map(withoutType), pool: poolOf(state), totals }
}
