import { type Dispatch, memo, useId, useState } from 'react'
import type { CellValue } from '../../../../shared/reform/cells.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Icon } from '../../../ui/Icon.tsx'
import type { LabAction } from '../labState.ts'
import { cellId } from './cellId.ts'
import { highestOfCell, typedValue, valueText } from './cellText.ts'
import styles from './RuleTable.module.css'

interface PointsCellProps {
  path: string
  /** Table, row and column in words. */
  name: string
  value: CellValue
  /** The value of what the reform starts from. */
  before: CellValue
  dispatch: Dispatch<LabAction>
}

/** One value of a rule: a field, and when it was changed, what it was and a way back. Of some 170, only those that change are drawn again. */
export const PointsCell = memo(({ path, name, value, before, dispatch }: PointsCellProps) => {
  const words = useWords()
  const { t } = words
  const mistakeId = useId()
  const wasId = useId()
  const [text, setText] = useState<string | null>(null)
  const shown = text ?? (value === null ? '' : String(value))
  const isMistaken = typedValue(path, shown) === undefined
  const isChanged = value !== before
  const beforeText = valueText(path, before, words)

  const change = (next: CellValue) => dispatch({ type: 'change', changes: [[path, next]] })
  const write = (next: string) => {
    setText(next)
    const typed = typedValue(path, next)
    if (typed !== undefined && typed !== value) change(typed)
  }
  return (
    <div className={styles.cell} data-changed={isChanged}>
      <input
        id={cellId(path)}
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        aria-label={name}
        aria-invalid={isMistaken}
        aria-describedby={isMistaken ? mistakeId : isChanged ? wasId : undefined}
        value={shown}
        onChange={(event) => write(event.target.value)}
        onBlur={() => !isMistaken && setText(null)}
      />
      {isMistaken && (
        <p id={mistakeId} className={styles.mistake}>
          {t('reform.tables.wrong', { low: 0, high: highestOfCell(path) })}
        </p>
      )}
      {isChanged && (
        <span className={styles.was}>
          <span id={wasId}>{t('reform.tables.was', { value: beforeText })}</span>
          <button
            type="button"
            className={styles.reset}
            aria-label={t('reform.tables.resetCell', { cell: name, value: beforeText })}
            onClick={() => {
              setText(null)
              change(before)
            }}
          >
            <Icon name="reset" />
          </button>
        </span>
      )}
    </div>
  )
})
