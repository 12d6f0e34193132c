import type { EnsembleSession } from '../../hooks/useEnsembleSession.ts'
import { useFollowedEnsemble } from '../../hooks/useFollowedEnsemble.ts'
import { EnsembleScreen } from './EnsembleScreen.tsx'

/** The page of an ensemble that is there or was. */
export function FollowedEnsembleScreen({ ensembleId, session }: { ensembleId: string; session: EnsembleSession }) {
  const followed = useFollowedEnsemble(ensembleId, session.check)
  return <EnsembleScreen session={session} followed={followed} />
}
