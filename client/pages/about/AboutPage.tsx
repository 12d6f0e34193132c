import '../../i18n/about/texts.ts'
import { Link, useLocation } from 'react-router'
import ruleDates from '../../data/ruleDates.json'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { OLD_AFTER_DAYS, useDataAge, useDraws } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './AboutPage.module.css'

/** What is assumed, what is known, how old the data is, how to cite. */
export function AboutPage() {
  const { t, format } = useWords()
  usePageTitle(t('about.title'))
  const { search } = useLocation()
  const age = useDataAge()
  const draws = useDraws()
  const until = age ? format.date(age.until) : '…'
  const pointsFrom = format.date(ruleDates.pointsInForceFrom.date)
  const newFrom = format.date(ruleDates.newPointsFrom.date)
  return (
    <article className={styles.about}>
      <h1>{t('about.question')}</h1>
      <p>{t('about.lead')}</p>

      <h2>{t('about.knownTitle')}</h2>
      <ul>
        <li>{t('about.known.draws', { date: until })}</li>
        <li>{t('about.known.pool')}</li>
        <li>{t('about.known.rules', { pointsFrom })}</li>
      </ul>

      <h2>{t('about.assumedTitle')}</h2>
      <ul>
        <li>{t('about.assumed.people')}</li>
        <li>{t('about.assumed.flows')}</li>
        <li>{t('about.assumed.life')}</li>
        <li>{t('about.assumed.schedule')}</li>
      </ul>

      <p>
        <Link to={{ pathname: '/fit', search }}>{t('about.toFit')}</Link>
      </p>

      <h2>{t('about.lawTitle')}</h2>
      <p>{t('about.law', { newFrom })}</p>

      <h2>{t('about.dataTitle')}</h2>
      {age && (
        <p>
          {t('about.dataText', { date: until, count: age.days })}{' '}
          {age.isOld && t('about.dataOld', { days: OLD_AFTER_DAYS })}
        </p>
      )}
      {draws.data && <p>{t('about.dataSource', { date: format.date(draws.data.retrieved) })}</p>}

      <h2>{t('about.adviceTitle')}</h2>
      <p>{t('about.advice')}</p>

      <h2>{t('about.citeTitle')}</h2>
      <p>{t('about.citeText')}</p>
      {age && <p className={styles.cite}>{t('about.cite', { version: age.engineVersion, date: until })}</p>}
      <p>{t('app.reproducible')}</p>
    </article>
  )
}
