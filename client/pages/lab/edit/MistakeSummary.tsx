import type { Issue } from '../../../../shared/lib/errors.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { mistakeText } from '../fields/mistakeText.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import { whereText } from '../fields/whereText.ts'
import { pathIn } from '../state/issuePath.ts'
import type { Path } from '../state/json.ts'
import { fieldId, useEditor } from './editorContext.ts'
import styles from './MistakeSummary.module.css'

/** Shows the field of a place, or what is nearest around it, and takes the focus there. */
function goTo(path: Path): boolean {
  const found = document.getElementById(fieldId(path))
  if (!found) return path.length > 1 && goTo(path.slice(0, -1))
  for (let around = found.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true
  }
  if (found instanceof HTMLDetailsElement) found.open = true
  const focused = found instanceof HTMLDetailsElement ? found.querySelector('summary') : found
  focused?.focus()
  return true
}

/** Everything the engine's reader finds wrong, with the way to each field; nothing while all is well. */
export function MistakeSummary() {
  const words = useWords()
  const { t } = words
  const { issues } = useEditor()
  return (
    <>
      <p className="unseen" role="status">
        {t('lab.edit.mistakes', { count: issues.length })}
      </p>
      {issues.length > 0 && (
        <section className={styles.summary} aria-labelledby="mistakes-title">
          <h2 id="mistakes-title">{t('lab.edit.mistakesTitle', { count: issues.length })}</h2>
          <ul>
            {issues.map((issue) => (
              <li key={issue.path + issue.message}>
                <Mistake issue={issue} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Mistake({ issue }: { issue: Issue }) {
  const words = useWords()
  const { t } = words
  const { change } = useEditor()
  const path = pathIn(issue.path)
  const name = fieldNameOf(path)
  const text = mistakeText(issue, name, words)
  const isUnknown = issue.message.startsWith('is not a known field')
  return (
    <>
      {isUnknown ? (
        <code>{issue.path}</code>
      ) : (
        <Button look="plain" onClick={() => goTo(path)}>
          {whereText(path, words) || issue.path}
        </Button>
      )}{' '}
      {isUnknown ? (
        t('lab.mistake.unknown')
      ) : (
        <span lang={text === undefined ? 'en' : undefined}>{text ?? issue.message}</span>
      )}{' '}
      {isUnknown && (
        <Button look="plain" onClick={() => change(path, undefined)}>
          {t('lab.edit.removeUnknown')}
        </Button>
      )}
    </>
  )
}
