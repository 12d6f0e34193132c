import { useEffect, useSyncExternalStore } from 'react'
import type { Reform } from '../../../shared/schema/reform.ts'
import { type ReformEngineState, reformEngine } from '../../engine/browser/reformEngine.ts'
import { type DrawChoice, questionOf } from './drawChoice.ts'

/** What a reform does to the pool of this browser's worker, asked again with every change. */
export function useReformEffects(reform: Reform, choice: DrawChoice): ReformEngineState {
  const state = useSyncExternalStore(reformEngine.subscribe, reformEngine.state)
  const { pool } = state
  const { base, patches } = reform
  // Titles and reasons change nobody's score.
  const points = JSON.stringify([base, patches])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `points` stands for the reform
  useEffect(() => {
    if (pool) reformEngine.ask(reform, questionOf(choice, pool))
  }, [points, choice, pool])
  return state
}
