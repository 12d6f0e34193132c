import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { isRunCount } from '../../shared/schema/ensembleLimits.ts'
import { type EnsembleStart, useEnsembleStart } from './useEnsembleStart.ts'
import { DEFAULT_SCENARIO_ID } from './useRunSession.ts'

const DEFAULT_RUNS = 100

export interface EnsembleSettings {
  scenarioId: string
  /** Null = the scenario's own. */
  seed: string | null
  runs: number
}

export interface EnsembleSession extends EnsembleStart {
  /** Null before one was started. */
  ensembleId: string | null
  /** What the next start will play; kept in the address. */
  settings: EnsembleSettings
  choose(settings: Partial<EnsembleSettings>): void
}

/**
 * Which ensemble the page shows and which it would start: `?ensemble=`, `?scenario=`, `?seed=` and `?runs=` of the address,
 * so that a reload joins the ensemble again and a link shows it to others.
 */
export function useEnsembleSession(): EnsembleSession {
  const [address, setAddress] = useQueryStates({
    ensemble: parseAsString,
    scenario: parseAsString.withDefault(DEFAULT_SCENARIO_ID),
    seed: parseAsString,
    runs: parseAsInteger.withDefault(DEFAULT_RUNS),
  })
  const { ensemble: ensembleId, scenario: scenarioId, seed } = address
  const runs = isRunCount(address.runs) ? address.runs : DEFAULT_RUNS
  const start = useEnsembleStart(ensembleId, { scenarioId, seed: seed ?? undefined, runs }, (ensemble) =>
    setAddress({ ensemble, scenario: scenarioId, runs }),
  )
  return {
    ...start,
    ensembleId,
    settings: { scenarioId, seed, runs },
    choose: ({ scenarioId: scenario = scenarioId, seed: nextSeed = seed, runs: nextRuns = runs }) =>
      void setAddress({ scenario, seed: nextSeed, runs: nextRuns }),
  }
}
