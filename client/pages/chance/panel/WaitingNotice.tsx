import type { Progress } from '../../../../shared/lib/errors.ts'
import type { ApiError } from '../../../engine/apiError.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'
import styles from './panel.module.css'

interface WaitingNoticeProps {
  /** What the server said when it could not answer yet. */
  busyWith: ApiError | undefined
  /** An earlier answer stands below. */
  hasAnswer: boolean
  onStop(): void
}

/** What is being computed, how far it is, how long it takes, and the way to stop asking. */
export function WaitingNotice({ busyWith, hasAnswer, onStop }: WaitingNoticeProps) {
  const { t } = useWords()
  if (busyWith === undefined) {
    return <p role="status">{t(hasAnswer ? 'chancePanel.waiting.updating' : 'chancePanel.waiting.asking')}</p>
  }
  return (
    <Notice title={t('chancePanel.waiting.title')}>
      {busyWith.progress ? (
        <HowFar progress={busyWith.progress} />
      ) : (
        <ServerMessage code={busyWith.code} message={busyWith.message} />
      )}
      <p>{t('chancePanel.waiting.retry')}</p>
      <Button onClick={onStop}>{t('chancePanel.waiting.stop')}</Button>
    </Notice>
  )
}

function HowFar({ progress }: { progress: Progress }) {
  const { t, format } = useWords()
  const { runsDone: done, runs: of, timeLeftMs } = progress
  return (
    <>
      <p>
        {t('chancePanel.waiting.done', { done, of })}{' '}
        {timeLeftMs !== null && t('chancePanel.waiting.left', { time: format.duration(timeLeftMs) })}
      </p>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={t('chancePanel.waiting.progress')}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
      >
        <span style={{ inlineSize: `${(100 * done) / of}%` }} />
      </div>
    </>
  )
}
