import { useEffect } from 'react'
import { useEnsemble } from '../../hooks/useEnsemble.ts'
import type { EnsembleSession } from '../../hooks/useEnsembleSession.ts'
import { EnsembleScreen } from './EnsembleScreen.tsx'

/** The page of an ensemble that is there or was. */
export function FollowedEnsembleScreen({ ensembleId, session }: { ensembleId: string; session: EnsembleSession }) {
  const followed = useEnsemble(ensembleId)

  const { check } = session
  useEffect(() => {
    if (followed.link === 'waiting') check()
  }, [followed.link, check])

  return <EnsembleScreen session={session} followed={followed} />
}
