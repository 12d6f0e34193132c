import { useId, useState } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './side.module.css'

interface OpenChoiceProps {
  label: string
  options: readonly { value: string; text: string }[]
  /** What the button says. */
  open: string
  isBusy?: boolean
  onOpen(value: string): void
}

/** A choice that does nothing by itself: with the keys one goes from option to option before the wanted one. */
export function OpenChoice({ label, options, open, isBusy = false, onOpen }: OpenChoiceProps) {
  const { t } = useWords()
  const id = useId()
  const [wanted, choose] = useState('')
  const chosen = options.some(({ value }) => value === wanted) ? wanted : ''
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('lab.keep.choose')}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <div className={styles.buttons}>
        <Button disabled={isBusy || chosen === ''} onClick={() => onOpen(chosen)}>
          {open}
        </Button>
      </div>
    </div>
  )
}
