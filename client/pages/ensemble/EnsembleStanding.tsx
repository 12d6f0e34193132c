import { useEffect, useState } from 'react'
import { futuresText } from '../../charts/ensembleFindings.ts'
import type { EnsembleView } from '../../engine/ensembleView.ts'
import { isPartial } from '../../engine/ensembleView.ts'
import type { FollowedEnsemble } from '../../hooks/useEnsemble.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import styles from './EnsembleStanding.module.css'

interface EnsembleStandingProps {
  followed: FollowedEnsemble
  /** Title of a scenario; when absent the page itself says which one is shown. */
  titleOf?(scenarioId: string): string
}

/** What a screen reader hears: start and end, never each future. */
function announcementOf({ status, result }: EnsembleView, words: Words): string {
  const { t } = words
  const futures = futuresText(result?.runs ?? 0, words)
  if (status === 'running') return t('ensemble.announceStarted')
  if (status === 'finished') return t('ensemble.announceFinished', { futures })
  return status === 'cancelled' ? t('ensemble.announceCancelled', { futures }) : ''
}

/** Which ensemble is shown, and on how many of its futures the figures below rest. */
export function EnsembleStanding({ followed, titleOf }: EnsembleStandingProps) {
  const words = useWords()
  const { t } = words
  const { view, link } = followed
  const { info, result, status } = view
  const announcement = announcementOf(view, words)
  const [said, setSaid] = useState('')
  useEffect(() => setSaid(announcement), [announcement])

  const done = result?.runs ?? 0
  const futures = futuresText(view.progress?.runs ?? done, words)
  const isRunning = status === 'running'
  return (
    <div className={styles.standing}>
      <p role="status" className="unseen">
        {said}
      </p>
      {info && titleOf && (
        <p>
          <strong>{t('ensemble.shown', { futures, title: titleOf(info.scenarioId), seed: info.seed })}</strong>
        </p>
      )}
      {link === 'waiting' && <p className={styles.marked}>{t('ensemble.lost')}</p>}
      {isPartial(view) && (
        <p className={styles.marked}>
          {isRunning
            ? t('ensemble.partial', { done, futures })
            : t('ensemble.stopped', { futures: futuresText(done, words) })}
        </p>
      )}
    </div>
  )
}
