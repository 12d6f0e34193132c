import { categoriesChangeOn, evaluateStreams } from '../../pool/streamMembership.ts'
import { rescoreAll, type SimulationState } from '../state.ts'

/** Rules that come into force today: the whole pool is scored again, or sorted into streams again. True = new CRS rules. */
export function applyRuleChanges(state: SimulationState): boolean {
  const { pool, rows, day } = state
  if (categoriesChangeOn(day)) evaluateStreams(pool, 0, rows, day, pool.streams)
  const change = state.settings.rules.findLast(({ from }) => from === day)
  if (!change) return false
  state.rules = change.rules
  rescoreAll(state)
  return true
}
