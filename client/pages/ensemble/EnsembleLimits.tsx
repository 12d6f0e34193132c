import { Link, useLocation } from 'react-router'
import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './EnsembleLimits.module.css'

/** What is in no future, and how to get the same figures again. */
export function EnsembleLimits({ result }: { result: EnsembleResult }) {
  const { t, format } = useWords()
  const { search } = useLocation()
  const { seed, engineVersion, precision } = result
  return (
    <section className={styles.limits}>
      <h2>{t('ensemble.limits.title')}</h2>
      <ul>
        <li>{t('ensemble.limits.schedule')}</li>
        <li>{t('ensemble.limits.people')}</li>
        <li>{t('ensemble.limits.rules')}</li>
        <li>{t('ensemble.limits.skill')}</li>
        <li>
          {t('ensemble.limits.precision', {
            seed,
            version: engineVersion,
            error: format.finePercent(precision.countsRelative),
          })}
        </li>
      </ul>
      <p>
        <Link to={{ pathname: '/about', search }}>{t('ensemble.limits.about')}</Link>
      </p>
    </section>
  )
}
