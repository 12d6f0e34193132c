import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { ScenarioSummary } from '../../../shared/schema/api.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ScenarioPicker.module.css'

interface ScenarioPickerProps {
  scenarios: readonly ScenarioSummary[]
  scenarioId: string
  /** What the button that takes the choice says; else that the run starts. */
  action?: string
  onStart(scenarioId: string, seed: string | null): void
  onClose(): void
}

const LONGEST_SEED = 100

/** A dialog to choose a scenario, each with the question it answers, and a seed. */
export function ScenarioPicker({ scenarios, scenarioId, action, onStart, onClose }: ScenarioPickerProps) {
  const { t, format, language } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState(scenarioId)
  const [seed, setSeed] = useState('')
  const titleId = useId()
  const seedId = useId()

  useEffect(() => dialog.current?.showModal(), [])

  const start = (event: FormEvent) => {
    event.preventDefault()
    onStart(chosen, seed.trim() === '' ? null : seed.trim())
    dialog.current?.close()
  }

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      <form onSubmit={start} className={styles.form}>
        <h2 id={titleId}>{t('picker.title')}</h2>
        {scenarios.length === 0 && <p>{t('picker.none')}</p>}
        <fieldset className={styles.choices} aria-labelledby={titleId}>
          {scenarios.map((scenario) => (
            <label key={scenario.id} className={styles.choice}>
              <input
                type="radio"
                name="scenario"
                value={scenario.id}
                checked={chosen === scenario.id}
                onChange={() => setChosen(scenario.id)}
              />
              <span className={styles.name}>
                <strong>{scenario.title[language]}</strong>
                <span className={styles.note}>
                  {t('picker.horizon', { date: format.date(scenario.asOf), count: scenario.horizonDays })}
                </span>
                <span className={styles.question}>{scenario.question[language]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className={styles.seed}>
          <label htmlFor={seedId}>{t('picker.seed')}</label>
          <p id={`${seedId}-hint`} className={styles.note}>
            {t('picker.seedHint')}
          </p>
          <input
            id={seedId}
            value={seed}
            maxLength={LONGEST_SEED}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${seedId}-hint`}
            onChange={(event) => setSeed(event.target.value)}
          />
        </div>
        <div className={styles.buttons}>
          <Button look="main" type="submit" disabled={scenarios.length === 0}>
            {action ?? t('picker.start')}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{t('picker.cancel')}</Button>
        </div>
      </form>
    </dialog>
  )
}
