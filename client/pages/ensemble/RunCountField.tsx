import { useId, useState } from 'react'
import { ensembleLimits, isRunCount } from '../../../shared/schema/ensembleLimits.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './RunCountField.module.css'

const offered = [100, 1000] as const

interface RunCountFieldProps {
  runs: number
  onChange(runs: number): void
}

/** How many futures: one of two usual numbers, or another. */
export function RunCountField({ runs, onChange }: RunCountFieldProps) {
  const { t, format } = useWords()
  const id = useId()
  const [isOwn, setOwn] = useState(!offered.some((count) => count === runs))
  const [text, setText] = useState(String(runs))
  const isMistaken = isOwn && !isRunCount(Number(text))

  const take = (count: number) => {
    setOwn(false)
    setText(String(count))
    onChange(count)
  }
  const write = (value: string) => {
    setText(value)
    if (isRunCount(Number(value))) onChange(Number(value))
  }

  return (
    <fieldset className={styles.field} aria-describedby={`${id}-hint`}>
      <legend className={styles.legend}>{t('ensemble.runs')}</legend>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('ensemble.runsHint')}
      </p>
      {offered.map((count) => (
        <label key={count} className={styles.choice}>
          <input type="radio" name={id} checked={!isOwn && runs === count} onChange={() => take(count)} />
          {format.integer(count)}
        </label>
      ))}
      <label className={styles.choice}>
        <input type="radio" name={id} checked={isOwn} onChange={() => setOwn(true)} />
        {t('ensemble.runsOwn')}
      </label>
      {isOwn && (
        <>
          <input
            className={styles.own}
            aria-label={t('ensemble.runsOwn')}
            aria-invalid={isMistaken}
            aria-describedby={isMistaken ? `${id}-mistake` : undefined}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={(event) => write(event.target.value)}
          />
          {isMistaken && (
            <p id={`${id}-mistake`} className={styles.mistake} role="alert">
              {t('ensemble.runsMistake', { most: ensembleLimits.runs })}
            </p>
          )}
        </>
      )}
    </fieldset>
  )
}
