import { engineVersion } from '../../shared/lib/version.ts'
import type { RunState } from '../../shared/playback/runState.ts'
import type { PoolPoint } from '../../shared/protocol/messages.ts'
import type { DrawEvent, RunTotals } from '../../shared/schema/event.ts'
import type { SimulationState } from '../../shared/simulation/state.ts'

/** A run, or a part of one, in one document: what `simulate --json` prints. */
export interface RunSummary {
  /** Id of the scenario. */
  scenario: string
  seed: string
  engineVersion: string
  /** The ruleset at the start. */
  rulesetId: string
  /** First day of what follows, when the days before it were another part. */
  from?: string
  /** Last day of what follows, when the run was stopped there. */
  until?: string
  draws: Omit<DrawEvent, 'type'>[]
  /** The first day, then one a week, and the last day. */
  pool: PoolPoint[]
  /** From the first day of the run on, also in a later part. */
  totals: RunTotals
}

const withoutType = ({ type: _, ...draw }: DrawEvent): Omit<DrawEvent, 'type'> => draw

function poolOf({ pool, latestDay }: RunState): PoolPoint[] {
  if (!latestDay || latestDay.date === pool.at(-1)?.date) return pool
  const { date, total, bands } = latestDay
  return [...pool, { date, total, bands }]
}

/**
 * @param told what was told of the part
 * @param simulation as it stands after it
 */
export function runSummary(
  told: RunState,
  { settings, totals }: SimulationState,
  part: Pick<RunSummary, 'from' | 'until'> = {},
): RunSummary {
  const { scenarioId: scenario, seed, rulesetId } = settings
  const draws = told.draws.map(withoutType)
  return { scenario, seed, engineVersion, rulesetId, ...part, draws, pool: poolOf(told), totals }
}
