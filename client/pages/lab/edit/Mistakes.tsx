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
  return issues.map((issue) => {
    const text = mistakeText(issue, fieldNameOf(path), words)
    return (
      <p key={issue.message} className={styles.mistake} lang={text === undefined ? 'en' : undefined}>
        {text ?? issue.message}
      </p>
    )
  })
}
