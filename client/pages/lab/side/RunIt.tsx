import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Scenario } from '../../../../shared/schema/scenario.ts'
import type { ApiError } from '../../../engine/apiError.ts'
import { releaseEnsemble } from '../../../hooks/releaseEnsemble.ts'
import { releaseRun, startRun } from '../../../hooks/runSession.ts'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useIsStillHere } from '../../../hooks/useIsStillHere.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'
import { activeScenario } from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import { placeName } from './scenarioTitle.ts'
import styles from './side.module.css'

/** Futures of an ensemble begun here. */
const FUTURES = 100

/** The scenario being edited, run on the pages that show one: live, or many futures of it. */
export function RunIt({ lab: { workspace, isRight } }: { lab: Lab }) {
  const words = useWords()
  const { t, language } = words
  const backend = useBackend()
  const navigate = useNavigate()
  const isStillHere = useIsStillHere()
  const [isStarting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const scenario = activeScenario(workspace) as unknown as Scenario
  const isBlocked = !isRight(workspace.active)
  const start = (pathname: string, name: string, started: Promise<string>, release: typeof releaseRun) => {
    setStarting(true)
    setRefusal(null)
    started
      .then((id) => {
        if (isStillHere()) navigate({ pathname, search: `?${new URLSearchParams({ lang: language, [name]: id })}` })
        // It takes room on the server, and nobody would ever see it.
        else void release(backend, id)
      }, setRefusal)
      .finally(() => setStarting(false))
  }
  return (
    <section className={styles.part} aria-labelledby="lab-run">
      <h2 id="lab-run">{t('lab.run.title', { name: placeName(workspace.active, words) })}</h2>
      <div className={styles.buttons}>
        <Button
          disabled={isBlocked || isStarting}
          onClick={() => start('/', 'run', startRun(backend, { scenario }), releaseRun)}
        >
          {t('lab.run.live')}
        </Button>
        <Button
          disabled={isBlocked || isStarting}
          onClick={() => {
            const created = backend.createEnsemble({ scenario, runs: FUTURES })
            start(
              '/ensemble',
              'ensemble',
              created.then(({ id }) => id),
              releaseEnsemble,
            )
          }}
        >
          {t('lab.run.futures', { count: FUTURES })}
        </Button>
      </div>
      {refusal && <ServerMessage code={refusal.code} message={refusal.message} />}
    </section>
  )
}
