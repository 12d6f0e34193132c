import { drawResult } from '../../../shared/draws/draw.ts'
import { scoreOfRating } from '../../../shared/life/rating.ts'
import { closeDay, isDrawDue, liveThroughDay } from '../../../shared/simulation/day.ts'
import { cohortOfRow } from '../../../shared/simulation/lifeOfRow.ts'
import { holdNextDraw } from '../../../shared/simulation/processes/draws.ts'
import { isInPool } from '../../../shared/simulation/profiles.ts'
import { beginReplication, type SimulationState, sectionsOf } from '../../../shared/simulation/state.ts'
import type { TwinDraw } from './twin.ts'

function holdDraw(state: SimulationState): TwinDraw {
  const held = holdNextDraw(state)
  const { submittedAt } = state.profiles
  const { invited, cutoff, tieBreakRow, eligible } = held.selection
  const { date, stream, composition } = drawResult(
    { ...held, submittedAt, cohortOf: (row) => cohortOfRow(state, row) },
    state.totals.draws,
  )
  const ids = [...invited].map((row) => row + 1)
  return { date, stream, eligible, invited: ids, cutoff, tieBreak: tieBreakRow < 0 ? -1 : tieBreakRow + 1, composition }
}

/** Runs the engine to the last day, telling of each draw what the twin tells. */
export function* engineDraws(state: SimulationState, seed: string): Generator<TwinDraw, void> {
  beginReplication(state, seed)
  for (; state.day <= state.settings.lastDay; state.day++) {
    liveThroughDay(state)
    while (isDrawDue(state)) yield holdDraw(state)
    closeDay(state)
  }
}

/** Id and score of everybody in the pool. */
export function enginePool(state: SimulationState): Map<number, number> {
  const pool = new Map<number, number>()
  for (const { first, to } of sectionsOf(state)) {
    for (let row = first; row < to; row++)
      if (isInPool(state.profiles, row)) pool.set(row + 1, scoreOfRating(state.profiles.rating[row]))
  }
  return pool
}
