import type { FollowedWork } from '../../hooks/useLongWork.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import panel from '../ensemble/EnsembleProgressPanel.module.css'
import styles from './compare/CompareView.module.css'

/** Replications that every scenario has, and that were asked for. */
interface Counts {
  runsDone: number
  runs: number
}

/** How far a comparison or an instrument is, how long it will take, how much of it stands below, and the way to stop it. */
export function WorkProgress({ followed }: { followed: FollowedWork<unknown, Counts> }) {
  const { t, format } = useWords()
  const { view, link, send } = followed
  const { progress, status, result } = view
  const isRunning = status === 'running'
  const share = progress && progress.runs > 0 ? progress.runsDone / progress.runs : 0
  const counts = result && { done: result.runsDone, runs: result.runs }
  return (
    <section className={panel.panel} aria-label={t('lab.compare.progress')}>
      <p>
        <strong>{t(`lab.compare.status.${status}`)}</strong>
      </p>
      <p role="status" className="unseen">
        {status === 'finished' ? t('lab.compare.announceFinished') : ''}
      </p>
      {progress && (
        <>
          <div
            className={panel.bar}
            role="progressbar"
            aria-label={t('lab.compare.progress')}
            aria-valuemin={0}
            aria-valuemax={progress.runs}
            aria-valuenow={progress.runsDone}
          >
            <span style={{ inlineSize: `${100 * share}%` }} />
          </div>
          <p className={panel.time}>
            {t('lab.compare.done', { done: progress.runsDone, runs: progress.runs })}.{' '}
            {!isRunning
              ? t('lab.compare.timeTaken', { time: format.duration(progress.elapsedMs) })
              : progress.timeLeftMs === null
                ? t('lab.compare.timeUnknown')
                : t('lab.compare.timeLeft', { time: format.duration(progress.timeLeftMs) })}
          </p>
        </>
      )}
      {isRunning && (
        <div>
          <Button disabled={link !== 'open'} onClick={() => send({ type: 'cancel' })}>
            {t('lab.compare.cancel')}
          </Button>
        </div>
      )}
      {counts && counts.done > 0 && counts.done < counts.runs && (
        <p className={styles.marked}>{t(isRunning ? 'lab.compare.partial' : 'lab.compare.stopped', counts)}</p>
      )}
    </section>
  )
}
