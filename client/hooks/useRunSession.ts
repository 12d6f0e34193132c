import { useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryStates } from 'nuqs'
import { useEffect, useRef, useState } from 'react'
import type { RunInfo } from '../../shared/schema/api.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { ApiError } from '../engine/apiError.ts'
import { releaseRun, startRun } from './runSession.ts'
import { useBackend } from './useBackend.ts'
import { useIsStillHere } from './useIsStillHere.ts'

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
  /** Leaves this run for the same again, also when its scenario is one the reader made. */
  startAgain(seed: string | null): Promise<void>
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
  const isStillHere = useIsStillHere()
  /** Scenario of the run that is to be started again, until it is: it may say something else than the one of its name. */
  const again = useRef<Scenario | null>(null)
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
      if (!wanted || !isStillHere()) return void releaseRun(backend, id)
      again.current = null
      void setAddress({ run: id })
    }
    const refuse = (error: ApiError) => {
      if (wanted) setRefusal(error)
    }
    const asked = again.current === null ? { scenarioId } : { scenario: again.current }
    startRun(backend, { ...asked, seed: seed ?? undefined }).then(show, refuse)
    return () => {
      wanted = false
    }
  }, [backend, runId, scenarioId, seed, attempt, setAddress, isStillHere])

  const gone = info.error instanceof ApiError && info.error.status === 404 ? info.error : null
  const shownScenarioId = info.data?.scenarioId ?? scenarioId
  const leaveFor = async (nextScenario: string, content: Scenario | null, nextSeed: string | null) => {
    again.current = content
    if (runId === null) setAttempt((count) => count + 1)
    else await releaseRun(backend, runId)
    if (isStillHere()) void setAddress({ run: null, scenario: nextScenario, seed: nextSeed, at: null })
  }
  return {
    runId,
    scenarioId: shownScenarioId,
    seed,
    info: info.data,
    problem: runId === null ? refusal : gone,
    start: (nextScenario, nextSeed) => void leaveFor(nextScenario, null, nextSeed),
    async startAgain(nextSeed) {
      // A run that never began has no provenance; the name of its scenario is all that is known of it.
      const known = runId === null ? null : await backend.runProvenance(runId).catch(() => null)
      await leaveFor(shownScenarioId, known?.scenario ?? null, nextSeed)
    },
    watch: (id) => void setAddress({ run: id, at: null }),
    retry: () => setAttempt((count) => count + 1),
    check: info.refetch,
  }
}
