import { Link, useLocation } from 'react-router'
import { forecastScenarioId } from '../../../shared/scenario/forecast.ts'
import { useWords } from '../../hooks/useWords.ts'
import { rangeText } from '../../i18n/format.ts'
import styles from '../ensemble/EnsembleLimits.module.css'
import { type Forecast, invitedInYearBefore } from './forecastView.ts'

/** What the bands contain and what not, and where it is said how well they did. */
export function ForecastContents({ forecast }: { forecast: Forecast }) {
  const { t, format } = useWords()
  const { search } = useLocation()
  const { result, since } = forecast
  const { seed, engineVersion, precision, invited, pool } = result
  const withScenario = new URLSearchParams(search)
  withScenario.set('scenario', forecastScenarioId)
  return (
    <section className={styles.limits}>
      <h2>{t('forecast.contents.title')}</h2>
      <p>{t('forecast.contents.contain')}</p>
      <p>
        {t('forecast.contents.volume', {
          range: rangeText(format.count, invited.total.p10, invited.total.p90),
          from: format.date(pool[0].date),
          until: format.date(pool[pool.length - 1].date),
          since: format.date(since),
          before: format.count(invitedInYearBefore(forecast)),
        })}
      </p>
      <p>
        {t('forecast.contents.skill')} <Link to={{ pathname: '/record', search }}>{t('forecast.record')}</Link>
      </p>
      <p>
        {t('ensemble.limits.precision', {
          seed,
          version: engineVersion,
          error: format.finePercent(precision.countsRelative),
        })}{' '}
        <Link to={{ pathname: '/ensemble', search: withScenario.toString() }}>{t('forecast.contents.scenario')}</Link>
      </p>
    </section>
  )
}
