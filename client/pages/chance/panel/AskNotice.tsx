import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from './panel.module.css'

/** Before anything is sent: what will be, to whom, and the button for it. */
export function AskNotice({ onAsk }: { onAsk(): void }) {
  const { t } = useWords()
  return (
    <Notice title={t('chancePanel.ask.title')}>
      <p>{t('chancePanel.ask.text')}</p>
      <Button look="main" onClick={onAsk}>
        {t('chancePanel.ask.button')}
      </Button>
    </Notice>
  )
}

/** The pages without a server cannot answer: how to start one. */
export function NeedsServer() {
  const { t } = useWords()
  return (
    <Notice title={t('chancePanel.needsServer.title')}>
      <p>{t('chancePanel.needsServer.text')}</p>
      <code className={styles.command}>npm ci && npm start</code>
      <p>{t('chancePanel.needsServer.afterwards')}</p>
    </Notice>
  )
}
