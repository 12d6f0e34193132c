import { publishedDraws } from '../../shared/draws/history.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { isInPool } from '../../shared/simulation/profiles.ts'
import { runSettings } from '../../shared/simulation/settings.ts'
import { beginReplication, newState, type SimulationState, sectionsOf } from '../../shared/simulation/state.ts'
import { createWorld } from '../../shared/simulation/world.ts'
import { smallScenario } from './scenarios.ts'

/** A small pool on its first day: 800 people unless said otherwise. */
export function startedState(changes: Partial<Scenario> = {}, seed?: string): SimulationState {
  const settings = runSettings(smallScenario({ population: { size: 800 }, ...changes }), publishedDraws, seed)
  const state = newState(createWorld(settings))
  beginReplication(state, settings.seed)
  return state
}

/** Runs some processes from the day after the pool table on, looking at the state after every day. */
export function live(
  state: SimulationState,
  days: number,
  process: (state: SimulationState) => void,
  look: () => void = () => undefined,
): void {
  for (let day = 1; day <= days; day++) {
    state.day = state.settings.firstDay + day
    process(state)
    look()
  }
}

/** Rows in use: first profiles, then those of people who came back. */
export const rowsOf = (state: SimulationState): number[] =>
  sectionsOf(state).flatMap(({ first, to }) => Array.from({ length: to - first }, (_, index) => first + index))

export const inPool = (state: SimulationState): number[] => rowsOf(state).filter((row) => isInPool(state.profiles, row))
