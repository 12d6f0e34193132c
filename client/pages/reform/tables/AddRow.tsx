import { useId, useState } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './RuleTable.module.css'

interface AddRowProps {
  /** The table, for the name of the field. */
  title: string
  /** Rows there are. */
  bounds: readonly number[]
  most: number
  onAdd(bound: number): void
}

/** Another row of a table of lower bounds. */
export function AddRow({ title, bounds, most, onAdd }: AddRowProps) {
  const { t } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const [isMistaken, setMistaken] = useState(false)
  const bound = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN
  const isNew = bound >= 1 && bound <= most && !bounds.includes(bound)

  const add = () => {
    setMistaken(!isNew)
    if (!isNew) return
    onAdd(bound)
    setText('')
  }
  return (
    <div className={styles.add}>
      <label htmlFor={id}>{t('reform.tables.addRow')}</label>
      <input
        id={id}
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isMistaken}
        aria-describedby={isMistaken ? `${id}-mistake` : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button onClick={add} aria-label={t('reform.tables.addTo', { table: title })}>
        {t('reform.tables.add')}
      </Button>
      {isMistaken && (
        <p id={`${id}-mistake`} className={styles.mistake} role="alert">
          {t('reform.tables.addWrong', { high: most })}
        </p>
      )}
    </div>
  )
}
