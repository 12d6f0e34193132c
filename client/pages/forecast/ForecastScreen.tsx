import { Link, useLocation } from 'react-router'
import { CitedEnsemble } from '../../downloads/CitedEnsemble.tsx'
import type { FollowedEnsemble } from '../../hooks/useEnsemble.ts'
import type { ForecastSession } from '../../hooks/useForecastSession.ts'
import { useDataAge, useDraws } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EnsembleProblem } from '../ensemble/EnsembleProblem.tsx'
import { EnsembleProgressPanel } from '../ensemble/EnsembleProgressPanel.tsx'
import { EnsembleStanding } from '../ensemble/EnsembleStanding.tsx'
import { FirstForecast } from './FirstForecast.tsx'
import { ForecastFigures } from './ForecastFigures.tsx'
import styles from './ForecastScreen.module.css'
import { forecastOf } from './forecastView.ts'
import { ScoreField } from './ScoreField.tsx'

interface ForecastScreenProps {
  session: ForecastSession
  /** Null while there is nothing to follow. */
  followed: FollowedEnsemble | null
}

/** Score and progress at the side; what the forecast says beside them. */
export function ForecastScreen({ session, followed }: ForecastScreenProps) {
  const { t, format } = useWords()
  const { search } = useLocation()
  const history = useDraws().data?.draws ?? []
  const age = useDataAge()
  const view = followed?.view
  const forecast = view?.result ? forecastOf(view.result, history) : undefined
  const hasEndedEarly = view?.status === 'cancelled' || view?.status === 'failed'
  return (
    <div className={styles.screen}>
      <div className={styles.side}>
        {followed && <ScoreField />}
        {followed && (
          <div className={styles.progress} data-ended={view?.status === 'finished'}>
            <EnsembleProgressPanel followed={followed} />
            {hasEndedEarly && (
              <Button disabled={session.isStarting} onClick={session.start}>
                {t('forecast.again')}
              </Button>
            )}
          </div>
        )}
        <div className={styles.record}>
          <Link to={{ pathname: '/record', search }}>{t('forecast.record')}</Link>
          <p>{t('forecast.recordHint')}</p>
        </div>
      </div>
      <div className={styles.head}>
        <h1>{t('forecast.question')}</h1>
        {age && (
          <p className={followed ? styles.leadBeside : styles.lead}>
            {t('forecast.lead', { date: format.date(age.until) })}
          </p>
        )}
        {age?.isOld && (
          <p className={styles.old}>{t('forecast.old', { date: format.date(age.until), count: age.days })}</p>
        )}
        <EnsembleProblem session={session} failure={view?.failure ?? null} />
        {followed && <EnsembleStanding followed={followed} />}
      </div>
      <div className={styles.figures}>
        {forecast && view?.result && view.info && (
          <CitedEnsemble info={view.info} result={view.result}>
            <ForecastFigures forecast={forecast} />
          </CitedEnsemble>
        )}
        {!followed && !session.refusal && <FirstForecast session={session} />}
      </div>
    </div>
  )
}
