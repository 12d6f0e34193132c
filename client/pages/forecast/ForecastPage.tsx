import '../../i18n/ensemble/texts.ts'
import '../../i18n/forecast/texts.ts'
import { useFollowedEnsemble } from '../../hooks/useFollowedEnsemble.ts'
import { type ForecastSession, useForecastSession } from '../../hooks/useForecastSession.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useWords } from '../../hooks/useWords.ts'
import { ForecastScreen } from './ForecastScreen.tsx'

/** Where are cutoffs going, how sure are we? Starts nothing by itself, but joins a forecast that is already there. */
export function ForecastPage() {
  const { t } = useWords()
  usePageTitle(t('forecast.question'))
  const session = useForecastSession()
  const { ensembleId, isGone } = session
  if (ensembleId === null || isGone) return <ForecastScreen session={session} followed={null} />
  return <FollowedForecast key={ensembleId} ensembleId={ensembleId} session={session} />
}

function FollowedForecast({ ensembleId, session }: { ensembleId: string; session: ForecastSession }) {
  const followed = useFollowedEnsemble(ensembleId, session.check)
  return <ForecastScreen session={session} followed={followed} />
}
