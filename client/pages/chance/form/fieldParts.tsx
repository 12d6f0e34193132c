import type { ReactNode } from 'react'
import styles from './fields.module.css'

interface FieldTextProps {
  own: string
  hint?: ReactNode
  mistake?: string
}

/** The hint under a label, and the mistake under the hint. */
export function FieldNotes({ own, hint, mistake }: FieldTextProps) {
  return (
    <>
      {hint && (
        <p id={`${own}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {mistake && (
        <p id={`${own}-mistake`} className={styles.mistake}>
          {mistake}
        </p>
      )}
    </>
  )
}

/** The number of the question in the official tool, before its label. */
export function QuestionNumber({ number }: { number?: string }) {
  return number ? <span className={styles.number}>{number}</span> : null
}
