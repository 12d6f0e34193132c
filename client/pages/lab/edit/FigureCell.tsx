import { useWords } from '../../../hooks/useWords.ts'
import { numberTyping } from '../fields/typed.ts'
import { useTyped } from '../fields/useTyped.ts'
import type { Json, Path } from '../state/json.ts'
import { fieldId, useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { Mistakes } from './Mistakes.tsx'

interface FigureCellProps {
  path: Path
  /** The whole name, where a table shows only part of it. */
  name: string
  /** What several cells say together: its mistakes are theirs. */
  together?: Path
  /** Takes a value otherwise than by putting it there. */
  onValue?: (value: Json | undefined) => void
  /** Called when all is typed, in the place of ending the step. */
  onFinish?: () => void
}

/** A figure in a table: its name is read out, its mistake stands below. */
export function FigureCell({ path, name, together, onValue, onFinish }: FigureCellProps) {
  const { language } = useWords()
  const { value, issues, write, settle } = useValue(path)
  const { text, type } = useTyped(value, numberTyping(language), onValue ?? write)
  const id = fieldId(path)
  const { issues: shared } = useValue(together ?? path)
  const places = [
    ...(issues.length > 0 ? [`${id}-mistake`] : []),
    ...(together && shared.length > 0 ? [fieldId(together)] : []),
  ]
  return (
    <>
      <input
        id={id}
        className={`${styles.input} ${styles.tiny}`}
        inputMode="decimal"
        autoComplete="off"
        aria-label={name}
        aria-invalid={places.length > 0}
        aria-describedby={places.join(' ') || undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={onFinish ?? settle}
      />
      <div id={`${id}-mistake`}>
        <Mistakes issues={issues} path={path} />
      </div>
    </>
  )
}
