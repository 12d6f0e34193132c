import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ServerMessage } from './ServerMessage.tsx'

interface FailedRunProps {
  failure: { code: string; message: string }
  onStartAgain(): void
}

/** A run that stopped by itself: what the server says, what is left of it, what to do. */
export function FailedRun({ failure, onStartAgain }: FailedRunProps) {
  const { t } = useWords()
  return (
    <Notice title={t('problem.failedTitle')} tone="danger">
      <p>{t('problem.failedText')}</p>
      <ServerMessage {...failure} />
      <Button look="main" onClick={onStartAgain}>
        {t('controls.reset')}
      </Button>
    </Notice>
  )
}
