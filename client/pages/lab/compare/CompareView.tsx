import type { Scenario } from '../../../../shared/schema/scenario.ts'
import type { Comparisons } from '../../../engine/backend.ts'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { provisionsOf } from '../differences/provisions.ts'
import { placeName } from '../side/scenarioTitle.ts'
import { scenariosOf } from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import { useWorkSession } from '../useWorkSession.ts'
import { WorkStart } from '../WorkStart.tsx'
import styles from './CompareView.module.css'
import { FollowedComparisonView } from './FollowedComparisonView.tsx'

/** Baseline and alternatives, run with the same chance: what differs, how sure that is. */
export function CompareView({ lab }: { lab: Lab }) {
  const { t } = useWords()
  const { comparisons } = useBackend()
  return (
    <div className={styles.view}>
      <h2>{t('lab.compare.title')}</h2>
      <p className={styles.lead}>{t('lab.compare.lead')}</p>
      <Comparing lab={lab} comparisons={comparisons} />
    </div>
  )
}

const names = { id: 'comparison', asked: 'compared', runs: 'pairs', defaultRuns: 100 } as const

function Comparing({ lab, comparisons }: { lab: Lab; comparisons: Comparisons }) {
  const words = useWords()
  const { t } = words
  const { workspace, issues, isRight } = lab
  const { alternatives } = workspace
  const all = scenariosOf(workspace)
  const session = useWorkSession(comparisons, names, (runs) => {
    // Only what the engine's reader finds nothing wrong with is asked; whoever runs it reads it again.
    const [baseline, ...rest] = all as unknown as Scenario[]
    return rest.length === 0 ? null : { baseline, alternatives: rest, runs }
  })
  if (alternatives.length === 0) return <p>{t('lab.compare.noAlternative')}</p>
  const blocked = all.flatMap((_one, place) => ((issues[place] ?? []).length > 0 ? [placeName(place, words)] : []))
  const same = alternatives.flatMap((scenario, index) =>
    provisionsOf(workspace.baseline, scenario, words).some(({ mark }) => mark !== 'name')
      ? []
      : [placeName(index + 1, words)],
  )
  const { id, isGone, isStale } = session
  return (
    <>
      {blocked.length > 0 && <p className={styles.marked}>{t('lab.compare.blocked', { names: blocked.join(', ') })}</p>}
      {same.length > 0 && blocked.length === 0 && <p>{t('lab.compare.same', { names: same.join(', ') })}</p>}
      <WorkStart
        session={session}
        first={t('lab.compare.start')}
        again={t('lab.compare.startAnother')}
        isBlocked={!all.every((_one, place) => isRight(place))}
      />
      <p className={styles.note}>{t('lab.compare.runsHint')}</p>
      {isGone && <p className={styles.marked}>{t('lab.compare.gone')}</p>}
      {id !== null && !isGone && (
        <>
          {isStale && <p className={styles.marked}>{t('lab.compare.stale')}</p>}
          <FollowedComparisonView key={id} comparisons={comparisons} id={id} />
        </>
      )}
    </>
  )
}
