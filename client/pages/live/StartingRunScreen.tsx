import { emptyRunView } from '../../engine/runView.ts'
import type { RunSession } from '../../hooks/useRunSession.ts'
import { RunScreen } from './RunScreen.tsx'

/** The page while the server is asked for a run: the published history is there, the controls wait. */
export function StartingRunScreen({ session }: { session: RunSession }) {
  return (
    <RunScreen
      run={{ view: emptyRunView, link: 'connecting', returns: 0, send: () => undefined }}
      session={session}
      refresh="four-a-second"
      onRefresh={() => undefined}
    />
  )
}
