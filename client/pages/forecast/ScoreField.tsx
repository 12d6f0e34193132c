import { useId, useState } from 'react'
import { useWords } from '../../hooks/useWords.ts'
import styles from './ScoreField.module.css'
import { isScore, MOST_POINTS, useScore } from './useScore.ts'

/** The score whose chances the page gives. */
export function ScoreField() {
  const { t } = useWords()
  const id = useId()
  const [score, setScore] = useScore()
  const [text, setText] = useState(String(score))
  const isMistaken = text.trim() === '' || !isScore(Number(text))

  const write = (value: string) => {
    setText(value)
    if (value.trim() !== '' && isScore(Number(value))) setScore(Number(value))
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('forecast.score')}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('forecast.scoreHint')}
      </p>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isMistaken}
        aria-describedby={isMistaken ? `${id}-hint ${id}-mistake` : `${id}-hint`}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {isMistaken && (
        <p id={`${id}-mistake`} className={styles.mistake} role="alert">
          {t('forecast.scoreMistake', { most: MOST_POINTS })}
        </p>
      )}
    </div>
  )
}
