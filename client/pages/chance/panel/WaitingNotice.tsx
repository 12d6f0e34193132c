import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'
import styles from './panel.module.css'
import { type FuturesProgress, progressOf } from './progress.ts'

interface WaitingNoticeProps {
  /** What the server said when it could not answer yet. */
  busyWith: string | undefined
  /** An earlier answer stands below. */
  hasAnswer: boolean
  onStop(): void
}

/** What is being computed, how far it is, how long it takes, and the way to stop asking. */
export function WaitingNotice({ busyWith, hasAnswer, onStop }: WaitingNoticeProps) {
  const { t } = useWords()
  const progress = busyWith === undefined ? undefined : progressOf(busyWith)
  if (busyWith === undefined) {
    return <p role="status">{t(hasAnswer ? 'chancePanel.waiting.updating' : 'chancePanel.waiting.asking')}</p>
  }
  return (
    <Notice title={t('chancePanel.waiting.title')}>
      {progress ? <Progress progress={progress} /> : <ServerMessage code="EE_BUSY" message={busyWith} />}
      <p>{t('chancePanel.waiting.retry')}</p>
      <Button onClick={onStop}>{t('chancePanel.waiting.stop')}</Button>
    </Notice>
  )
}

function Progress({ progress }: { progress: FuturesProgress }) {
  const { t, format } = useWords()
  const { done, of, leftMs } = progress
  return (
    <>
      <p>
        {t('chancePanel.waiting.done', { done, of })}{' '}
        {leftMs !== null && t('chancePanel.waiting.left', { time: format.duration(leftMs) })}
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
