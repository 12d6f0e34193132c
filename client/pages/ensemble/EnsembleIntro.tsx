import { Link, useLocation } from 'react-router'
import { useWords } from '../../hooks/useWords.ts'
import styles from './EnsembleIntro.module.css'

/** What an ensemble is, said once, and what its bands are not. */
export function EnsembleIntro() {
  const { t } = useWords()
  const { search } = useLocation()
  return (
    <div className={styles.intro}>
      <p>{t('ensemble.lead')}</p>
      <p className={styles.caution}>
        {t('ensemble.caution')} <Link to={{ pathname: '/about', search }}>{t('ensemble.cautionLink')}</Link>
      </p>
    </div>
  )
}
