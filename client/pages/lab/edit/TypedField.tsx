import type { ReactNode } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import { fieldTable } from '../fields/fieldTable.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import type { Typing } from '../fields/typed.ts'
import { useTyped } from '../fields/useTyped.ts'
import type { Path } from '../state/json.ts'
import { useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'

interface TypedFieldProps {
  path: Path
  typing: Typing
  /** `figure` holds a number, `date` a day, `wide` a line; so many `rows` make it a box for longer texts. */
  size: 'figure' | 'date' | 'wide'
  rows?: number
  inputMode?: 'numeric' | 'decimal' | 'text'
  /** What may be typed, offered by the browser. */
  choices?: readonly string[]
  /** What follows the control. */
  after?: ReactNode
}

/** A field to type in. */
export function TypedField({ path, typing, size, rows, inputMode = 'text', choices, after }: TypedFieldProps) {
  const { t } = useWords()
  const { value, write, settle } = useValue(path)
  const { text, type } = useTyped(value, typing, write)
  const unit = fieldTable[fieldNameOf(path)].unit
  return (
    <FieldFrame path={path}>
      {(control) => {
        const shared = {
          ...control,
          className: `${styles.input} ${styles[size]}`,
          value: text,
          spellCheck: false,
          onChange: (event: { target: { value: string } }) => type(event.target.value),
          onBlur: settle,
        }
        const listId = choices && `${control.id}-list`
        return (
          <div className={styles.control} style={rows ? { width: '100%' } : undefined}>
            {rows ? (
              <textarea {...shared} rows={rows} />
            ) : (
              <input {...shared} inputMode={inputMode} autoComplete="off" list={listId} />
            )}
            {choices && (
              <datalist id={listId}>
                {choices.map((choice) => (
                  <option key={choice} value={choice} />
                ))}
              </datalist>
            )}
            {unit && <span className={styles.unit}>{t(`lab.unit.${unit}`)}</span>}
            {after}
          </div>
        )
      }}
    </FieldFrame>
  )
}
