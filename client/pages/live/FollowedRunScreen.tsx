import { useEffect, useState } from 'react'
import type { RefreshRate } from '../../engine/liveStore.ts'
import { usePauseWhenHidden } from '../../hooks/usePauseWhenHidden.ts'
import { useRun } from '../../hooks/useRun.ts'
import type { RunSession } from '../../hooks/useRunSession.ts'
import { RunScreen } from './RunScreen.tsx'

/** The page of a run that the server has. */
export function FollowedRunScreen({ runId, session }: { runId: string; session: RunSession }) {
  const [refresh, setRefresh] = useState<RefreshRate>('four-a-second')
  const run = useRun(runId, refresh)
  usePauseWhenHidden(runId, run.view.status, run.send)

  const { check } = session
  useEffect(() => {
    if (run.link === 'waiting') check()
  }, [run.link, check])

  return <RunScreen run={run} session={session} refresh={refresh} onRefresh={setRefresh} />
}
