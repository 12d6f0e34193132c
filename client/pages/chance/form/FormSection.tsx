import type { ReactNode } from 'react'
import styles from './FormSection.module.css'

interface FormSectionProps {
  title: string
  hint?: string
  children: ReactNode
}

/** Questions of one section of the points. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  return (
    <fieldset className={styles.section}>
      <legend>
        <h2>{title}</h2>
      </legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={styles.questions}>{children}</div>
    </fieldset>
  )
}
