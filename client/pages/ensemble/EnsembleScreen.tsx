import { useState } from 'react'
import { CitedEnsemble } from '../../downloads/CitedEnsemble.tsx'
import type { FollowedEnsemble } from '../../hooks/useEnsemble.ts'
import type { EnsembleSession } from '../../hooks/useEnsembleSession.ts'
import { useScenarios } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import { ScenarioPicker } from '../live/ScenarioPicker.tsx'
import { EnsembleFigures } from './EnsembleFigures.tsx'
import { EnsembleIntro } from './EnsembleIntro.tsx'
import { EnsembleProblem } from './EnsembleProblem.tsx'
import { EnsembleProgressPanel } from './EnsembleProgressPanel.tsx'
import styles from './EnsembleScreen.module.css'
import { EnsembleSettingsForm } from './EnsembleSettingsForm.tsx'
import { EnsembleStanding } from './EnsembleStanding.tsx'
import { FirstEnsemble } from './FirstEnsemble.tsx'

interface EnsembleScreenProps {
  session: EnsembleSession
  /** Null while there is nothing to follow. */
  followed: FollowedEnsemble | null
}

/** Settings and progress at the side; what the futures say beside them. */
export function EnsembleScreen({ session, followed }: EnsembleScreenProps) {
  const { t, language } = useWords()
  const [isPicking, setPicking] = useState(false)
  const scenarios = useScenarios().data?.scenarios ?? []
  const titleOf = (id: string) => scenarios.find((one) => one.id === id)?.title[language] ?? id
  const view = followed?.view
  const hasProblem = session.isGone || session.refusal !== null || view?.failure != null
  return (
    <div className={styles.screen}>
      <div className={styles.side} data-followed={followed !== null}>
        <EnsembleSettingsForm
          session={session}
          title={titleOf(session.settings.scenarioId)}
          isRunning={view?.status === 'running'}
          onPick={() => setPicking(true)}
        />
        {followed && <EnsembleProgressPanel followed={followed} />}
      </div>
      <div className={styles.head}>
        <h1>{t('ensemble.question')}</h1>
        <EnsembleIntro isFolded={followed !== null} />
        <EnsembleProblem session={session} failure={view?.failure ?? null} />
        {followed && <EnsembleStanding followed={followed} titleOf={titleOf} />}
      </div>
      <div className={styles.figures}>
        {view?.result && view.info ? (
          <CitedEnsemble info={view.info} result={view.result}>
            <EnsembleFigures result={view.result} />
          </CitedEnsemble>
        ) : (
          !followed && !hasProblem && !session.isStarting && <FirstEnsemble />
        )}
      </div>
      {isPicking && (
        <ScenarioPicker
          scenarios={scenarios}
          scenarioId={session.settings.scenarioId}
          action={t('ensemble.take')}
          onStart={(scenarioId, seed) => session.choose({ scenarioId, seed })}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  )
}
