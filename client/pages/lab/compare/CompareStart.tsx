import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'
import { provisionsOf } from '../differences/provisions.ts'
import { placeName } from '../side/scenarioTitle.ts'
import { scenariosOf } from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import styles from './CompareView.module.css'
import { type ComparisonSession, offeredRuns } from './useComparisonSession.ts'

interface CompareStartProps {
  lab: Lab
  session: ComparisonSession
}

/** How many runs, the button, and what stands in its way. */
export function CompareStart({ lab: { workspace, issues }, session }: CompareStartProps) {
  const words = useWords()
  const { t, format } = words
  const { baseline, alternatives } = workspace
  const blocked = scenariosOf(workspace).flatMap((_one, place) =>
    (issues[place] ?? []).length > 0 ? [placeName(place, words)] : [],
  )
  const same = alternatives.flatMap((scenario, index) =>
    provisionsOf(baseline, scenario, words).some(({ mark }) => mark !== 'name') ? [] : [placeName(index + 1, words)],
  )
  if (alternatives.length === 0) return <p>{t('lab.compare.noAlternative')}</p>
  const { isStarting, comparisonId, refusal } = session
  const counts = offeredRuns.some((count) => count === session.runs) ? offeredRuns : [...offeredRuns, session.runs]
  const start = t(comparisonId === null ? 'lab.compare.start' : 'lab.compare.startAnother')
  return (
    <div className={styles.start}>
      {blocked.length > 0 && <p className={styles.marked}>{t('lab.compare.blocked', { names: blocked.join(', ') })}</p>}
      {same.length > 0 && blocked.length === 0 && <p>{t('lab.compare.same', { names: same.join(', ') })}</p>}
      <div className={styles.controls}>
        <Select
          label={t('lab.compare.runs')}
          value={session.runs}
          options={counts.map((count) => ({ value: count, text: format.integer(count) }))}
          onChange={session.chooseRuns}
        />
        <Button look="main" disabled={blocked.length > 0 || isStarting} onClick={session.start}>
          {isStarting ? t('lab.compare.starting') : start}
        </Button>
      </div>
      <p className={styles.note}>{t('lab.compare.runsHint')}</p>
      {refusal && (
        <Notice
          title={t(refusal.code === 'EE_BUSY' ? 'lab.compare.busyTitle' : 'lab.compare.refusedTitle')}
          tone={refusal.code === 'EE_BUSY' ? 'calm' : 'danger'}
        >
          {refusal.code === 'EE_BUSY' ? (
            <p>{t('lab.compare.busyText')}</p>
          ) : (
            <ServerMessage code={refusal.code} message={refusal.message} />
          )}
        </Notice>
      )}
    </div>
  )
}
