import { useQuery } from '@tanstack/react-query'
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { ensembleLimits } from '../../shared/schema/ensembleLimits.ts'
import { ApiError } from '../engine/apiError.ts'
import { useBackend } from './useBackend.ts'
import { DEFAULT_SCENARIO_ID } from './useRunSession.ts'

const DEFAULT_RUNS = 100

export interface EnsembleSettings {
  scenarioId: string
  /** Null = the scenario's own. */
  seed: string | null
  runs: number
}

export interface EnsembleSession {
  /** Null before one was started. */
  ensembleId: string | null
  /** What the next start will play; kept in the address. */
  settings: EnsembleSettings
  isStarting: boolean
  /** Why the last start led to nothing. */
  refusal: ApiError | null
  /** The address names an ensemble that nobody has any more. */
  isGone: boolean
  choose(settings: Partial<EnsembleSettings>): void
  start(): void
  /** Asks whether the ensemble is still there. */
  check(): void
}

export const isRunCount = (runs: number): boolean => Number.isInteger(runs) && runs >= 1 && runs <= ensembleLimits.runs

/**
 * Which ensemble the page shows and which it would start: `?ensemble=`, `?scenario=`, `?seed=` and `?runs=` of the address,
 * so that a reload joins the ensemble again and a link shows it to others.
 */
export function useEnsembleSession(): EnsembleSession {
  const backend = useBackend()
  const [address, setAddress] = useQueryStates({
    ensemble: parseAsString,
    scenario: parseAsString.withDefault(DEFAULT_SCENARIO_ID),
    seed: parseAsString,
    runs: parseAsInteger.withDefault(DEFAULT_RUNS),
  })
  const [isStarting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const { ensemble: ensembleId, scenario: scenarioId, seed } = address
  const runs = isRunCount(address.runs) ? address.runs : DEFAULT_RUNS
  const info = useQuery({
    queryKey: ['ensemble', ensembleId],
    queryFn: () => backend.ensemble(ensembleId ?? ''),
    enabled: ensembleId !== null,
    retry: false,
  })

  return {
    ensembleId,
    settings: { scenarioId, seed, runs },
    isStarting,
    refusal,
    isGone: info.error instanceof ApiError && info.error.status === 404,
    choose: ({ scenarioId: scenario = scenarioId, seed: nextSeed = seed, runs: nextRuns = runs }) =>
      void setAddress({ scenario, seed: nextSeed, runs: nextRuns }),
    start() {
      setStarting(true)
      setRefusal(null)
      backend
        .createEnsemble({ scenarioId, seed: seed ?? undefined, runs })
        .then(({ id }) => setAddress({ ensemble: id, scenario: scenarioId, runs }), setRefusal)
        .finally(() => setStarting(false))
    },
    check: info.refetch,
  }
}
