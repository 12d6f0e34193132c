import type { Issue } from '../../../../shared/lib/errors.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { mistakeText } from '../fields/mistakeText.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import type { Path } from '../state/json.ts'
import styles from './Field.module.css'

interface MistakesProps {
  issues: readonly Issue[]
  path: Path
}

/** What the engine's reader finds wrong here, in the language of the page where it has words for it. */
export function Mistakes({ issues, path }: MistakesProps) {
  const words = useWords()
  const name = fieldNameOf(path)
  // Members of a list may be wrong in the same way.
  const texts = new Map(issues.map((issue) => [mistakeText(issue, name, words) ?? issue.message, issue]))
  return [...texts].map(([text, { message }]) => (
    <p key={text} className={styles.mistake} lang={text === message ? 'en' : undefined}>
      {text}
    </p>
  ))
}
