import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useRunSession } from '../../hooks/useRunSession.ts'
import { useWords } from '../../hooks/useWords.ts'
import { FollowedRunScreen } from './FollowedRunScreen.tsx'
import styles from './LivePage.module.css'
import { LiveTitle } from './LiveTitle.tsx'
import { RunProblem } from './RunProblem.tsx'
import { StartingRunScreen } from './StartingRunScreen.tsx'

/** What happens if draws go on like this? A run that is already going when the page opens. */
export function LivePage() {
  const { t } = useWords()
  usePageTitle(t('live.question'))
  const session = useRunSession()
  const { problem, runId } = session
  if (problem) {
    return (
      <div className={styles.problem}>
        <LiveTitle />
        <RunProblem error={problem} session={session} />
      </div>
    )
  }
  if (runId === null) return <StartingRunScreen session={session} />
  return <FollowedRunScreen key={runId} runId={runId} session={session} />
}
