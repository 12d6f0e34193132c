import { useEffect } from 'react'
import { type FollowedEnsemble, useEnsemble } from './useEnsemble.ts'

/** Follows an ensemble, and asks whether it is still there whenever the connection is lost. */
export function useFollowedEnsemble(ensembleId: string, check: () => void): FollowedEnsemble {
  const followed = useEnsemble(ensembleId)
  useEffect(() => {
    if (followed.link === 'waiting') check()
  }, [followed.link, check])
  return followed
}
