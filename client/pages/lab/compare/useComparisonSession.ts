import { useQuery } from '@tanstack/react-query'
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import { comparisonLimits } from '../../../../shared/schema/comparisonLimits.ts'
import type { Scenario } from '../../../../shared/schema/scenario.ts'
import { ApiError } from '../../../engine/apiError.ts'
import type { Comparisons } from '../../../engine/backend.ts'
import { versionOf } from '../state/address.ts'
import type { JsonRecord } from '../state/json.ts'
import { scenariosOf, type Workspace } from '../state/workspace.ts'

/** Numbers of runs offered, and the one to begin with. */
export const offeredRuns = [20, 50, 100, 200, 500] as const
const DEFAULT_RUNS = 100

export interface ComparisonSession {
  /** Null before one was started. */
  comparisonId: string | null
  runs: number
  chooseRuns(runs: number): void
  isStarting: boolean
  /** Why the last start led to nothing. */
  refusal: ApiError | null
  isGone: boolean
  /** The scenarios are no longer those that were compared. */
  isStale: boolean
  start(): void
}

/** What a scenario is called does not change what happens in it. */
const withoutNames = ({ id: _id, title: _title, question: _question, sources: _sources, ...rest }: JsonRecord) => rest

/**
 * Which comparison the page shows: `?comparison=` names it, `?compared=` stands for what its scenarios said, `?pairs=` is how
 * many runs the next one has.
 */
export function useComparisonSession(comparisons: Comparisons, workspace: Workspace): ComparisonSession {
  const [address, setAddress] = useQueryStates({
    comparison: parseAsString,
    compared: parseAsString,
    pairs: parseAsInteger.withDefault(DEFAULT_RUNS),
  })
  const { comparison: comparisonId, compared } = address
  const runs = address.pairs >= 1 && address.pairs <= comparisonLimits.runs ? address.pairs : DEFAULT_RUNS
  const [isStarting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const version = useMemo(() => versionOf(scenariosOf(workspace).map(withoutNames)), [workspace])
  const info = useQuery({
    queryKey: ['comparison', comparisonId],
    queryFn: () => comparisons.find(comparisonId ?? ''),
    enabled: comparisonId !== null,
    retry: false,
  })
  return {
    comparisonId,
    runs,
    chooseRuns: (pairs) => void setAddress({ pairs }),
    isStarting,
    refusal,
    isGone: info.error instanceof ApiError && info.error.status === 404,
    isStale: comparisonId !== null && compared !== version,
    start() {
      setStarting(true)
      setRefusal(null)
      // Only what the engine's reader finds nothing wrong with is sent; the server reads it again.
      const [baseline, ...alternatives] = scenariosOf(workspace) as unknown as Scenario[]
      comparisons
        .create({ baseline, alternatives, runs })
        .then(({ id }) => setAddress({ comparison: id, compared: version, pairs: runs }), setRefusal)
        .finally(() => setStarting(false))
    },
  }
}
