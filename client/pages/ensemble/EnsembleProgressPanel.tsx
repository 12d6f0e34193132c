import type { EnsembleProgress } from '../../../shared/schema/ensemble.ts'
import { futuresText } from '../../charts/ensembleFindings.ts'
import type { FollowedEnsemble } from '../../hooks/useEnsemble.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './EnsembleProgressPanel.module.css'

/** How long it will take, or has taken. */
function timeText({ timeLeftMs, elapsedMs }: EnsembleProgress, isRunning: boolean, { t, format }: Words): string {
  if (!isRunning) return t('ensemble.timeTaken', { time: format.duration(elapsedMs) })
  return timeLeftMs === null ? t('ensemble.timeUnknown') : t('ensemble.timeLeft', { time: format.duration(timeLeftMs) })
}

/** How far the ensemble is, how long it will take, and the way to stop it. */
export function EnsembleProgressPanel({ followed }: { followed: FollowedEnsemble }) {
  const words = useWords()
  const { t } = words
  const { view, link, send } = followed
  const { progress, status } = view
  const isRunning = status === 'running'
  const share = progress && progress.runs > 0 ? progress.runsDone / progress.runs : 0
  return (
    <section className={styles.panel} aria-label={t('ensemble.progress')}>
      <p>
        <strong>{t(`ensemble.status.${status}`)}</strong>
      </p>
      {progress && (
        <>
          <p>{t('ensemble.done', { done: progress.runsDone, futures: futuresText(progress.runs, words) })}</p>
          <div
            className={styles.bar}
            role="progressbar"
            aria-label={t('ensemble.progress')}
            aria-valuemin={0}
            aria-valuemax={progress.runs}
            aria-valuenow={progress.runsDone}
          >
            <span style={{ inlineSize: `${100 * share}%` }} />
          </div>
          <p className={styles.time}>{timeText(progress, isRunning, words)}</p>
        </>
      )}
      {isRunning && (
        <Button disabled={link !== 'open'} onClick={() => send({ type: 'cancel' })}>
          {t('ensemble.cancel')}
        </Button>
      )}
    </section>
  )
}
