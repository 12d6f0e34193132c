import { largestMisses } from '../../../shared/record/misses.ts'
import type { RecordView } from '../../../shared/record/view.ts'
import type { PredictedDraw } from '../../../shared/schema/backtest.ts'
import { useWords } from '../../hooks/useWords.ts'
import { missText, weaknesses, whyText } from './failureTexts.ts'
import styles from './prose.module.css'
import { aheadText } from './recordWords.ts'

const MISSES_SHOWN = 6

interface FailuresProps {
  view: RecordView
  /** Every draw once, to tell what set a missed one apart. */
  history: readonly PredictedDraw[]
}

/** Where the predictions fail, and why, as far as the record can tell. */
export function Failures({ view, history }: FailuresProps) {
  const words = useWords()
  const { t } = words
  return (
    <section className={styles.prose}>
      <h2>{t('record.fails.title')}</h2>
      <ul>
        {weaknesses(view, words).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{t('record.fails.largest', { ahead: aheadText(view.ahead, words) })}</h3>
      <ul>
        {largestMisses(view.draws, MISSES_SHOWN).map((draw) => (
          <li key={draw.draw}>
            {missText(draw, words)} <span className={styles.soft}>{whyText(draw, history, words)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
