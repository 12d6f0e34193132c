import { useId, useState } from 'react'
import { type ActionKind, mostActionMonths } from '../../../../shared/schema/chance.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { readMonths } from '../answers/planMonths.ts'
import styles from './panel.module.css'
import { actionName } from './plan.ts'

interface MonthsFieldProps {
  action: ActionKind
  months: number
  onChange(months: number): void
}

/** The months an action takes, to be changed for one's own case. */
export function MonthsField({ action, months, onChange }: MonthsFieldProps) {
  const words = useWords()
  const { t, format } = words
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const text = typed ?? format.count(months)
  const isMistaken = readMonths(text) === undefined
  const write = (next: string) => {
    setTyped(next)
    const value = readMonths(next)
    if (value !== undefined) onChange(value)
  }
  return (
    <>
      <input
        className={styles.months}
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('chancePanel.plan.monthsOf', { action: actionName(action, words) })}
        aria-invalid={isMistaken}
        aria-describedby={isMistaken ? id : undefined}
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={() => isMistaken || setTyped(undefined)}
      />
      {isMistaken && (
        <span id={id} className={styles.mistake}>
          {t('chancePanel.plan.monthsRange', { most: mostActionMonths })}
        </span>
      )}
    </>
  )
}
