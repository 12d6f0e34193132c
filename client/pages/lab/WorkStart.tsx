import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { ServerMessage } from '../live/ServerMessage.tsx'
import styles from './compare/CompareView.module.css'
import { offeredRuns, type WorkSession } from './useWorkSession.ts'

interface WorkStartProps {
  session: WorkSession
  /** What the button says before anything was started, and after. */
  first: string
  again: string
  isBlocked: boolean
}

/** How many runs, the button, and why the last start led to nothing. */
export function WorkStart({ session, first, again, isBlocked }: WorkStartProps) {
  const { t, format } = useWords()
  const { isStarting, id, refusal, runs } = session
  const counts = offeredRuns.some((count) => count === runs) ? offeredRuns : [...offeredRuns, runs]
  const isBusy = refusal?.code === 'EE_BUSY'
  return (
    <div className={styles.start}>
      <div className={styles.controls}>
        <Select
          label={t('lab.compare.runs')}
          value={runs}
          options={counts.map((count) => ({ value: count, text: format.integer(count) }))}
          onChange={session.chooseRuns}
        />
        <Button look="main" disabled={isBlocked || isStarting} onClick={session.start}>
          {isStarting ? t('lab.compare.starting') : id === null ? first : again}
        </Button>
      </div>
      {refusal && (
        <Notice
          title={t(isBusy ? 'lab.compare.busyTitle' : 'lab.compare.refusedTitle')}
          tone={isBusy ? 'calm' : 'danger'}
        >
          {isBusy ? (
            <p>{t('lab.compare.busyText')}</p>
          ) : (
            <ServerMessage code={refusal.code} message={refusal.message} />
          )}
        </Notice>
      )}
    </div>
  )
}
