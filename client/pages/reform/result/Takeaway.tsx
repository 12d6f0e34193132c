import type { ReformEngineState } from '../../../engine/browser/reformEngine.ts'
import { reformEngine } from '../../../engine/browser/reformEngine.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from '../ReformScreen.module.css'
import { finding, scoresText, shiftText } from './findings.ts'

interface TakeawayProps {
  state: ReformEngineState
  /** Whether the points differ from the law at all. */
  isReform: boolean
}

/** The answer in a sentence or two, or how far the engine is. */
export function Takeaway({ state, isReform }: TakeawayProps) {
  const words = useWords()
  const { t } = words
  const { status, persons, effects, pool, isWorking } = state
  if (status === 'failed') {
    return (
      <Notice title={t('reform.engine.failedTitle')} tone="danger">
        <p>{t('reform.engine.failedText')}</p>
        <Button look="main" onClick={() => reformEngine.start()}>
          {t('reform.engine.again')}
        </Button>
      </Notice>
    )
  }
  return (
    <section
      className={styles.takeaway}
      aria-label={t('reform.engine.answer')}
      aria-live="polite"
      aria-busy={isWorking || !effects}
    >
      {effects && pool ? (
        <>
          <h2>{finding(effects, isReform, pool.law, words)}</h2>
          <p className={styles.shift}>
            {isReform ? `${shiftText(effects, words)} ${scoresText(effects, words)}` : t('reform.finding.hint')}
          </p>
        </>
      ) : (
        <>
          <p>{status === 'loading' ? t('reform.engine.loading') : t('reform.engine.making', { count: persons })}</p>
          <p className={styles.hint}>{t('reform.engine.makingHint')}</p>
        </>
      )}
    </section>
  )
}
