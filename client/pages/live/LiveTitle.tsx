import { Link, useLocation } from 'react-router'
import { useWords } from '../../hooks/useWords.ts'
import styles from './LiveTitle.module.css'

/** The question of the page, and for those with a question of their own the way to it. */
export function LiveTitle() {
  const { t } = useWords()
  const { search } = useLocation()
  return (
    <div className={styles.title}>
      <h1>{t('live.question')}</h1>
      <p>
        {t('live.applying')} <Link to={{ pathname: '/chance', search }}>{t('live.toChance')}</Link>
      </p>
    </div>
  )
}
