import { useWords } from '../../../hooks/useWords.ts'
import type { AnswerId } from '../answers/answerIds.ts'
import { FieldNotes, QuestionNumber } from './fieldParts.tsx'
import styles from './fields.module.css'
import { useField } from './useField.ts'

interface SelectFieldProps {
  id: AnswerId
  label: string
  number?: string
  hint?: string
  options: readonly { value: string; text: string }[]
}

/** A choice of many: the browser's own control. */
export function SelectField({ id, label, number, hint, options }: SelectFieldProps) {
  const { t } = useWords()
  const { own, value, mistake, describedBy, write } = useField(id, hint !== undefined)
  return (
    <div className={styles.field} data-mistaken={mistake !== undefined}>
      <label htmlFor={own}>
        <QuestionNumber number={number} />
        {label}
      </label>
      <FieldNotes own={own} hint={hint} mistake={mistake} />
      <select
        id={own}
        className={styles.input}
        aria-invalid={mistake !== undefined}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => write(event.target.value)}
      >
        <option value="">{t('chance.form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
