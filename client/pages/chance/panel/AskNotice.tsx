import { useBackend } from '../../../hooks/useBackend.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** Before anything is worked out: what is sent to whom, if anything, and the button for it. */
export function AskNotice({ onAsk }: { onAsk(): void }) {
  const { t } = useWords()
  const { isLocal } = useBackend()
  return (
    <Notice title={t('chancePanel.ask.title')}>
      <p>{t(isLocal ? 'chancePanel.ask.local' : 'chancePanel.ask.text')}</p>
      <Button look="main" onClick={onAsk}>
        {t('chancePanel.ask.button')}
      </Button>
    </Notice>
  )
}
