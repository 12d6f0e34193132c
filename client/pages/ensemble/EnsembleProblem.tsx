import type { ApiError } from '../../engine/apiError.ts'
import type { EnsembleStart } from '../../hooks/useEnsembleStart.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ServerMessage } from '../live/ServerMessage.tsx'

interface EnsembleProblemProps {
  session: EnsembleStart
  /** An ensemble that broke off by itself. */
  failure: { code: string; message: string } | null
}

/** What went wrong, what was kept, what to do; nothing while all is well. */
export function EnsembleProblem({ session, failure }: EnsembleProblemProps) {
  const { t } = useWords()
  if (session.refusal) return <Refused error={session.refusal} onRetry={session.start} />
  if (failure) {
    return (
      <Notice title={t('ensemble.failedTitle')} tone="danger">
        <p>{t('ensemble.failedText')}</p>
        <ServerMessage {...failure} />
      </Notice>
    )
  }
  if (!session.isGone) return null
  return (
    <Notice title={t('ensemble.goneTitle')}>
      <p>{t('ensemble.goneText')}</p>
    </Notice>
  )
}

function Refused({ error, onRetry }: { error: ApiError; onRetry(): void }) {
  const { t } = useWords()
  const isBusy = error.code === 'EE_BUSY'
  const isUnreachable = error.status === 0
  const title = isBusy ? 'ensemble.busyTitle' : isUnreachable ? 'problem.unreachableTitle' : 'ensemble.refusedTitle'
  return (
    <Notice title={t(title)} tone={isBusy ? 'calm' : 'danger'}>
      {isBusy && <p>{t('ensemble.busyText')}</p>}
      {isUnreachable && <p>{t('problem.unreachableText')}</p>}
      {!isBusy && !isUnreachable && <ServerMessage code={error.code} message={error.message} />}
      <Button look="main" onClick={onRetry}>
        {t('problem.retry')}
      </Button>
    </Notice>
  )
}
