import { parseAsString, useQueryState } from 'nuqs'
import { useId } from 'react'
import type { NamedAssumption } from '../../../shared/schema/fit.ts'
import { useWords } from '../../hooks/useWords.ts'
import { AssumptionList } from './AssumptionList.tsx'
import styles from './Assumptions.module.css'
import { assumptionFiles, assumptionsWith } from './assumptionTexts.ts'

/** Every assumption by file, or those that have the words of `?words=` of the address. */
export function Assumptions({ assumptions }: { assumptions: readonly NamedAssumption[] }) {
  const { t, format } = useWords()
  const id = useId()
  const [text, setText] = useQueryState('words', parseAsString.withDefault(''))
  const shown = assumptionsWith(assumptions, text)
  return (
    <section className={styles.assumptions} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <p className={styles.heading}>{t('fit.assumptions.heading')}</p>
        <h2 id={`${id}-title`}>{t('fit.assumptions.title', { count: assumptions.length })}</h2>
        <p>{t('fit.assumptions.lead')}</p>
        <div className={styles.field}>
          <label htmlFor={id}>{t('fit.assumptions.filter')}</label>
          <p id={`${id}-hint`} className={styles.hint}>
            {t('fit.assumptions.filterHint')}
          </p>
          <input
            id={id}
            type="search"
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            value={text}
            onChange={(event) => void setText(event.target.value)}
          />
          <p role="status" className={styles.hint}>
            {t('fit.assumptions.shown', { shown: format.integer(shown.length), count: assumptions.length })}
          </p>
        </div>
      </div>
      {shown.length === 0 && <p>{t('fit.assumptions.none')}</p>}
      {assumptionFiles.map((file) => (
        <AssumptionList key={file} file={file} assumptions={shown.filter((one) => one.file === file)} />
      ))}
    </section>
  )
}
