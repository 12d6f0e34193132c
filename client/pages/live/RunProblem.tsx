import { useQuery } from '@tanstack/react-query'
import type { ApiError } from '../../engine/apiError.ts'
import { isOver } from '../../engine/runView.ts'
import { useBackend } from '../../hooks/useBackend.ts'
import type { RunSession } from '../../hooks/useRunSession.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './RunProblem.module.css'
import { ServerMessage } from './ServerMessage.tsx'

/** How often the list of runs to watch is asked for again. */
const REFRESH_MS = 5000

interface RunProblemProps {
  error: ApiError
  session: RunSession
}

/** Why there is no run to show, and what can be done. */
export function RunProblem({ error, session }: RunProblemProps) {
  const { t } = useWords()
  if (error.code === 'EE_BUSY') return <Busy session={session} />
  if (session.runId !== null) {
    return (
      <Notice title={t('problem.goneTitle')}>
        <p>{t('problem.goneText')}</p>
        <Button look="main" onClick={() => session.start(session.scenarioId, session.seed)}>
          {t('problem.newRun')}
        </Button>
      </Notice>
    )
  }
  const isUnreachable = error.status === 0
  return (
    <Notice title={t(isUnreachable ? 'problem.unreachableTitle' : 'problem.refusedTitle')} tone="danger">
      {isUnreachable ? (
        <p>{t('problem.unreachableText')}</p>
      ) : (
        <ServerMessage code={error.code} message={error.message} />
      )}
      <Button look="main" onClick={session.retry}>
        {t('problem.retry')}
      </Button>
    </Notice>
  )
}

/** As many runs as the server allows: those under way can be watched. */
function Busy({ session }: { session: RunSession }) {
  const { t, format, language } = useWords()
  const backend = useBackend()
  const runs = useQuery({ queryKey: ['runs'], queryFn: backend.runs, staleTime: 0, refetchInterval: REFRESH_MS })
  const watchable = (runs.data?.runs ?? []).filter((run) => !isOver(run.status))
  return (
    <Notice title={t('problem.busyTitle')}>
      <p>{t('problem.busyText')}</p>
      {runs.isSuccess && watchable.length === 0 && <p>{t('problem.noRuns')}</p>}
      <ul className={styles.runs}>
        {watchable.map((run) => (
          <li key={run.id} className={styles.run}>
            <span>
              <strong>{run.title[language]}</strong>
              <span className={styles.detail}>
                {[
                  `${t('live.seed')} ${run.seed}`,
                  ...(run.date ? [format.date(run.date)] : []),
                  t('problem.draws', { count: run.draws }),
                  t('problem.readers', { count: run.readers }),
                ].join(' · ')}
              </span>
            </span>
            <Button
              aria-label={t('problem.watchRun', { title: run.title[language], seed: run.seed })}
              onClick={() => session.watch(run.id)}
            >
              {t('problem.watch')}
            </Button>
          </li>
        ))}
      </ul>
      <Button look="main" onClick={session.retry}>
        {t('problem.retry')}
      </Button>
    </Notice>
  )
}
