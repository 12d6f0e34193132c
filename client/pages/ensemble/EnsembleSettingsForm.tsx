import type { FormEvent } from 'react'
import type { EnsembleSession } from '../../hooks/useEnsembleSession.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Facts.tsx'
import styles from './EnsembleSettingsForm.module.css'
import { RunCountField } from './RunCountField.tsx'

interface EnsembleSettingsFormProps {
  session: EnsembleSession
  /** The scenario's, in the language of the page. */
  title: string
  isRunning: boolean
  onPick(): void
}

/** What the next ensemble plays: scenario and seed, how many futures; and its start. */
export function EnsembleSettingsForm({ session, title, isRunning, onPick }: EnsembleSettingsFormProps) {
  const { t } = useWords()
  const { settings, ensembleId, isStarting, choose, start } = session
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start()
  }
  const isFirst = ensembleId === null
  return (
    <form className={styles.form} aria-label={t('ensemble.settings')} onSubmit={submit}>
      <Facts
        facts={[
          [t('live.scenario'), title],
          [t('live.seed'), settings.seed ?? t('ensemble.ownSeed')],
        ]}
      />
      <Button onClick={onPick}>{t('picker.title')}</Button>
      <RunCountField runs={settings.runs} onChange={(runs) => choose({ runs })} />
      <Button look="main" type="submit" disabled={isStarting || isRunning}>
        {t(isStarting ? 'ensemble.starting' : isFirst ? 'ensemble.start' : 'ensemble.startAnother')}
      </Button>
    </form>
  )
}
