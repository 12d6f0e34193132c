import { Link, useLocation } from 'react-router'
import ruleDates from '../data/ruleDates.json'
import { useBackend } from '../hooks/useBackend.ts'
import { useDataAge } from '../hooks/useServerFacts.ts'
import { useWords } from '../hooks/useWords.ts'
import styles from './NoticeBar.module.css'

/** What every reader should know before a number: whose project this is, how old the data, which rules. */
export function NoticeBar() {
  const { t, format } = useWords()
  const { search } = useLocation()
  const age = useDataAge()
  const { isLocal } = useBackend()
  const dates = {
    pointsFrom: format.date(ruleDates.pointsInForceFrom.date),
    newFrom: format.date(ruleDates.newPointsFrom.date),
  }
  return (
    <aside className={styles.bar} aria-label={t('app.noticeLabel')}>
      <div className={styles.lines}>
        <p>
          {t('app.independent')}{' '}
          {age && (
            <span className={age.isOld ? styles.old : undefined}>
              {t('app.dataUntil', { date: format.date(age.until) })} ({t('app.dataAge', { count: age.days })}).
            </span>
          )}
        </p>
        {isLocal && <p className={styles.local}>{t('app.localEngine')}</p>}
        <p>
          <span className={styles.full}>{t('app.rulesNotice', dates)}</span>
          <span className={styles.short}>{t('app.rulesShort', dates)}</span>{' '}
          <Link to={{ pathname: '/about', search }}>{t('app.more')}</Link>
        </p>
      </div>
    </aside>
  )
}
