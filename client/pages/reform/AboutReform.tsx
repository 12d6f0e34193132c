import { useId } from 'react'
import { useWords } from '../../hooks/useWords.ts'
import styles from './ReformScreen.module.css'
import type { ReformLab } from './useReformLab.ts'

const LONGEST_TITLE = 200
const LONGEST_REASON = 2000

/** What the reform is called, and why. */
export function AboutReform({ lab }: { lab: ReformLab }) {
  const { t } = useWords()
  const id = useId()
  const { title, reason } = lab.reform
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={`${id}-title`}>{t('reform.about.title')}</label>
        <p id={`${id}-title-hint`} className={styles.hint}>
          {t('reform.about.titleHint')}
        </p>
        <input
          id={`${id}-title`}
          aria-describedby={`${id}-title-hint`}
          autoComplete="off"
          maxLength={LONGEST_TITLE}
          value={title}
          onChange={(event) => lab.dispatch({ type: 'describe', texts: { title: event.target.value } })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-reason`}>{t('reform.about.reason')}</label>
        <p id={`${id}-reason-hint`} className={styles.hint}>
          {t('reform.about.reasonHint')}
        </p>
        <textarea
          id={`${id}-reason`}
          aria-describedby={`${id}-reason-hint`}
          rows={2}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => lab.dispatch({ type: 'describe', texts: { reason: event.target.value } })}
        />
      </div>
    </>
  )
}
