import '../../i18n/ensemble/texts.ts'
import { useEnsembleSession } from '../../hooks/useEnsembleSession.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useWords } from '../../hooks/useWords.ts'
import { EnsembleScreen } from './EnsembleScreen.tsx'
import { FollowedEnsembleScreen } from './FollowedEnsembleScreen.tsx'

/** One scenario, many futures: how far apart do they end? Starts nothing by itself, for it keeps all cores busy. */
export function EnsemblePage() {
  const { t } = useWords()
  usePageTitle(t('ensemble.question'))
  const session = useEnsembleSession()
  const { ensembleId, isGone } = session
  if (ensembleId === null || isGone) return <EnsembleScreen session={session} followed={null} />
  return <FollowedEnsembleScreen key={ensembleId} ensembleId={ensembleId} session={session} />
}
