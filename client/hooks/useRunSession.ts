import { useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryStates } from 'nuqs'
import { useEffect, useState } from 'react'
import type { RunInfo } from '../../shared/schema/api.ts'
import { ApiError } from '../engine/apiError.ts'
import { releaseRun, startRun } from './runSession.ts'
import { useBackend } from './useBackend.ts'

export const DEFAULT_SCENARIO_ID = 'baseline-2026'

export interface RunSession {
  /** Null while a run is being started. */
  runId: string | null
  scenarioId: string
  /** The seed asked for in the address; null = the scenario's own. */
  seed: string | null
  info: RunInfo | undefined
  /** Why there is no run to show. */
  problem: ApiError | null
  /** Leaves this run for a new one. Without a seed the scenario's own is used. */
  start(scenarioId: string, seed: string | null): void
  watch(runId: string): void
  retry(): void
  /** Asks the server whether it still has the run. */
  check(): void
}

/**
 * Which run the page shows. `?run=` in the address names it; without one a run of `?scenario=` and `?seed=` is started
 * and put there, so that the address can be shared and reloaded.
 */
export function useRunSession(): RunSession {
  const backend = useBackend()
  const [address, setAddress] = useQueryStates({
    run: parseAsString,
    scenario: parseAsString.withDefault(DEFAULT_SCENARIO_ID),
    seed: parseAsString,
    at: parseAsString,
  })
  const { run: runId, scenario: scenarioId, seed } = address
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const [attempt, setAttempt] = useState(0)
  const info = useQuery({
    queryKey: ['run', runId],
    queryFn: () => backend.run(runId ?? ''),
    enabled: runId !== null,
    retry: false,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what makes a retry try again
  useEffect(() => {
    if (runId !== null) return
    let wanted = true
    setRefusal(null)
    const show = (id: string) => {
      if (wanted) void setAddress({ run: id })
      else void releaseRun(backend, id)
    }
    const refuse = (error: ApiError) => {
      if (wanted) setRefusal(error)
    }
    startRun(backend, { scenarioId, seed: seed ?? undefined }).then(show, refuse)
    return () => {
      wanted = false
    }
  }, [backend, runId, scenarioId, seed, attempt, setAddress])

  const gone = info.error instanceof ApiError && info.error.status === 404 ? info.error : null
  return {
    runId,
    scenarioId: info.data?.scenarioId ?? scenarioId,
    seed,
    info: info.data,
    problem: runId === null ? refusal : gone,
    start(nextScenario, nextSeed) {
      const leave = runId === null ? Promise.resolve() : releaseRun(backend, runId)
      void leave.then(() => setAddress({ run: null, scenario: nextScenario, seed: nextSeed, at: null }))
      if (runId === null) setAttempt((count) => count + 1)
    },
    watch: (id) => void setAddress({ run: id, at: null }),
    retry: () => setAttempt((count) => count + 1),
    check: info.refetch,
  }
}
