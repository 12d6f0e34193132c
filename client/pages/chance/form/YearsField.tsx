import { useWords } from '../../../hooks/useWords.ts'
import type { YearsSlot } from '../answers/answerIds.ts'
import { FieldNotes, QuestionNumber } from './fieldParts.tsx'
import styles from './fields.module.css'
import { TextField } from './TextField.tsx'
import { fieldId } from './useField.ts'

interface YearsFieldProps {
  slot: YearsSlot
  number?: string
  hint?: string
}

/** A length of work: years and months. */
export function YearsField({ slot, number, hint }: YearsFieldProps) {
  const { t } = useWords()
  const own = `${fieldId(`${slot}.years`)}-both`
  return (
    <fieldset className={styles.field} aria-describedby={hint && `${own}-hint`}>
      <legend className={styles.legend}>
        <QuestionNumber number={number} />
        {t(`chance.years.${slot}`)}
      </legend>
      <FieldNotes own={own} hint={hint} />
      <div className={styles.row}>
        <TextField id={`${slot}.years`} label={t('chance.years.years')} size="small" inputMode="numeric" />
        <TextField id={`${slot}.months`} label={t('chance.years.months')} size="small" inputMode="numeric" />
      </div>
    </fieldset>
  )
}
