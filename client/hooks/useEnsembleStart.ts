import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EnsembleInfo, EnsembleRequest } from '../../shared/schema/ensemble.ts'
import { ApiError } from '../engine/apiError.ts'
import { releaseEnsemble } from './releaseEnsemble.ts'
import { useBackend } from './useBackend.ts'
import { useIsStillHere } from './useIsStillHere.ts'

/** How an ensemble is begun, and whether one that was begun is still there. */
export interface EnsembleStart {
  isStarting: boolean
  /** Why the last start led to nothing. */
  refusal: ApiError | null
  /** Nobody has the ensemble any more. */
  isGone: boolean
  /** How it stood when it was asked for; undefined before the answer. */
  info: EnsembleInfo | undefined
  start(): void
  /** Asks whether the ensemble is still there. */
  check(): void
}

/**
 * Starts ensembles of `request` and asks after the one of `ensembleId`.
 *
 * @param onStarted told the id of a new one
 * @param onLate the same when the reader has left the page meanwhile; by itself it ends what nobody will see
 */
export function useEnsembleStart(
  ensembleId: string | null,
  request: EnsembleRequest,
  onStarted: (id: string) => unknown,
  onLate?: (id: string) => void,
): EnsembleStart {
  const backend = useBackend()
  const isStillHere = useIsStillHere()
  const [isStarting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const info = useQuery({
    queryKey: ['ensemble', ensembleId],
    queryFn: () => backend.ensemble(ensembleId ?? ''),
    enabled: ensembleId !== null,
    retry: false,
  })
  return {
    isStarting,
    refusal,
    isGone: info.error instanceof ApiError && info.error.status === 404,
    info: info.data,
    start() {
      setStarting(true)
      setRefusal(null)
      backend
        .createEnsemble(request)
        .then(({ id }) => {
          if (isStillHere()) onStarted(id)
          else if (onLate) onLate(id)
          else void releaseEnsemble(backend, id)
        }, setRefusal)
        .finally(() => setStarting(false))
    },
    check: info.refetch,
  }
}
