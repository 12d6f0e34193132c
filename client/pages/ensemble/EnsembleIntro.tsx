import { Link, useLocation } from 'react-router'
import { useWords } from '../../hooks/useWords.ts'
import styles from './EnsembleIntro.module.css'

/** What an ensemble is, said once (folded away beside results), and what its bands are not. */
export function EnsembleIntro({ isFolded }: { isFolded: boolean }) {
  const { t } = useWords()
  const { search } = useLocation()
  return (
    <div className={styles.intro}>
      {!isFolded && <p className={styles.lead}>{t('ensemble.lead')}</p>}
      <p className={styles.caution}>
        {t('ensemble.caution')} <Link to={{ pathname: '/about', search }}>{t('ensemble.cautionLink')}</Link>
      </p>
      {isFolded && (
        <details className={styles.fold}>
          <summary>{t('ensemble.leadTitle')}</summary>
          <p>{t('ensemble.lead')}</p>
        </details>
      )}
    </div>
  )
}
