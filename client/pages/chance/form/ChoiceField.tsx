import type { AnswerId } from '../answers/answerIds.ts'
import { FieldNotes, QuestionNumber } from './fieldParts.tsx'
import styles from './fields.module.css'
import { useField } from './useField.ts'

interface ChoiceFieldProps {
  id: AnswerId
  label: string
  number?: string
  hint?: string
  options: readonly { value: string; text: string }[]
  /** Short answers stand side by side. */
  isRow?: boolean
}

/** A choice of a few, all in view. */
export function ChoiceField({ id, label, number, hint, options, isRow = false }: ChoiceFieldProps) {
  const { own, value, mistake, describedBy, write } = useField(id, hint !== undefined)
  return (
    <fieldset className={styles.field} data-mistaken={mistake !== undefined} aria-describedby={describedBy}>
      <legend className={styles.legend}>
        <QuestionNumber number={number} />
        {label}
      </legend>
      <FieldNotes own={own} hint={hint} mistake={mistake} />
      <div className={isRow ? styles.choicesRow : styles.choices}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.choice}>
            <input
              id={index === 0 ? own : undefined}
              type="radio"
              name={own}
              value={option.value}
              checked={value === option.value}
              onChange={() => write(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
