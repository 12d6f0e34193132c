import '../../i18n/lab/texts.ts'
import { ApiError } from '../../engine/apiError.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ServerMessage } from '../live/ServerMessage.tsx'
import { LabScreen } from './LabScreen.tsx'
import { useLibrary } from './useLab.ts'

/** What if? A baseline and alternatives: edited, told apart, compared. */
export function LabPage() {
  const { t } = useWords()
  usePageTitle(t('lab.title'))
  const { data, error, refetch } = useLibrary()
  if (data) return <LabScreen library={data} />
  if (!error) return <p>{t('app.loading')}</p>
  return (
    <Notice title={t('problem.unreachableTitle')} tone="danger" level="h1">
      {error instanceof ApiError && <ServerMessage code={error.code} message={error.message} />}
      <Button look="main" onClick={() => void refetch()}>
        {t('problem.retry')}
      </Button>
    </Notice>
  )
}
