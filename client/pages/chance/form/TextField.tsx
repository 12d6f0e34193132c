import type { ReactNode } from 'react'
import type { AnswerId } from '../answers/answerIds.ts'
import { FieldNotes, QuestionNumber } from './fieldParts.tsx'
import styles from './fields.module.css'
import { useField } from './useField.ts'

interface TextFieldProps {
  id: AnswerId
  label: string
  /** The number of the official question. */
  number?: string
  hint?: string
  /** `small` holds a figure, `medium` a date. */
  size?: 'small' | 'medium'
  inputMode?: 'numeric' | 'decimal' | 'text'
  /** What the answer amounts to, such as the level of a result. */
  outcome?: ReactNode
}

/** A line to type in. */
export function TextField({ id, label, number, hint, size = 'medium', inputMode = 'text', outcome }: TextFieldProps) {
  const { own, value, mistake, describedBy, write } = useField(id, hint !== undefined)
  const withOutcome = [describedBy, outcome && `${own}-outcome`].filter(Boolean).join(' ')
  return (
    <div className={styles.field} data-mistaken={mistake !== undefined}>
      <label htmlFor={own}>
        <QuestionNumber number={number} />
        {label}
      </label>
      <FieldNotes own={own} hint={hint} mistake={mistake} />
      <input
        id={own}
        className={`${styles.input} ${styles[size]}`}
        inputMode={inputMode}
        autoComplete="off"
        aria-invalid={mistake !== undefined}
        aria-describedby={withOutcome || undefined}
        value={value}
        onChange={(event) => write(event.target.value)}
      />
      {outcome && (
        <p id={`${own}-outcome`} className={styles.hint}>
          {outcome}
        </p>
      )}
    </div>
  )
}
