import { useEffect, useRef } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import type { Problem } from '../answers/problem.ts'
import styles from './ErrorSummary.module.css'
import { labelOf } from './labels.ts'
import { problemText } from './problemText.ts'
import { fieldId } from './useField.ts'

interface ErrorSummaryProps {
  problems: readonly Problem[]
  /** Counts how often the form was handed in: each time the summary takes the focus. */
  attempt: number
}

/**
 * Every mistake, with the way to its field; nothing where there is none. It stays mounted then, so that a mistake that
 * comes back while somebody types does not take the focus: only handing in does.
 */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const words = useWords()
  const { t } = words
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null
  return (
    <section ref={box} className={styles.summary} tabIndex={-1} aria-labelledby="mistakes-title">
      <h2 id="mistakes-title">{t('chance.form.mistakes', { count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.id}>
            <a
              href={`#${fieldId(problem.id)}`}
              onClick={(event) => {
                // The address may hold the answers behind its #: only the focus moves.
                event.preventDefault()
                document.getElementById(fieldId(problem.id))?.focus()
              }}
            >
              {labelOf(problem.id, words)}
            </a>{' '}
            {problemText(problem, words)}
          </li>
        ))}
      </ul>
    </section>
  )
}
