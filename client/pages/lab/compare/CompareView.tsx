import type { Comparisons } from '../../../engine/backend.ts'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Lab } from '../useLab.ts'
import { CompareStart } from './CompareStart.tsx'
import styles from './CompareView.module.css'
import { FollowedComparisonView } from './FollowedComparisonView.tsx'
import { useComparisonSession } from './useComparisonSession.ts'

/** Baseline and alternatives, run with the same chance: what differs, how sure that is. */
export function CompareView({ lab }: { lab: Lab }) {
  const { t } = useWords()
  const { comparisons } = useBackend()
  return (
    <div className={styles.view}>
      <h2>{t('lab.compare.title')}</h2>
      <p className={styles.lead}>{t('lab.compare.lead')}</p>
      {comparisons ? <Comparing lab={lab} comparisons={comparisons} /> : <p>{t('lab.compare.noServer')}</p>}
    </div>
  )
}

function Comparing({ lab, comparisons }: { lab: Lab; comparisons: Comparisons }) {
  const { t } = useWords()
  const session = useComparisonSession(comparisons, lab.workspace)
  const { comparisonId, isGone, isStale } = session
  return (
    <>
      <CompareStart lab={lab} session={session} />
      {isGone && <p className={styles.marked}>{t('lab.compare.gone')}</p>}
      {comparisonId !== null && !isGone && (
        <>
          {isStale && <p className={styles.marked}>{t('lab.compare.stale')}</p>}
          <FollowedComparisonView key={comparisonId} comparisons={comparisons} id={comparisonId} />
        </>
      )}
    </>
  )
}
