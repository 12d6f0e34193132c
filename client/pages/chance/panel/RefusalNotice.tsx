import type { ApiError } from '../../../engine/apiError.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'

interface RefusalNoticeProps {
  error: ApiError
  /** An earlier answer stands below. */
  hasAnswer: boolean
  onRetry(): void
}

/** Why the server gave no chance, what still stands, and the button to ask again. */
export function RefusalNotice({ error, hasAnswer, onRetry }: RefusalNoticeProps) {
  const { t } = useWords()
  const isUnreachable = error.status === 0
  return (
    <Notice title={t(isUnreachable ? 'problem.unreachableTitle' : 'chancePanel.refusedTitle')} tone="danger">
      {isUnreachable ? (
        <p>{t('chancePanel.unreachable')}</p>
      ) : (
        <ServerMessage code={error.code} message={error.message} />
      )}
      {hasAnswer && <p>{t('chancePanel.earlierStands')}</p>}
      <Button look="main" onClick={onRetry}>
        {t('problem.retry')}
      </Button>
    </Notice>
  )
}
