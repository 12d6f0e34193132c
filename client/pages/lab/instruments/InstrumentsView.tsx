import { useCallback, useMemo, useState } from 'react'
import type { Scenario } from '../../../../shared/schema/scenario.ts'
import type { Instruments } from '../../../engine/backend.ts'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Select } from '../../../ui/Select.tsx'
import styles from '../compare/CompareView.module.css'
import { placeName } from '../side/scenarioTitle.ts'
import { activeScenario } from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import { useWorkSession } from '../useWorkSession.ts'
import { WorkStart } from '../WorkStart.tsx'
import { FollowedInstrument } from './FollowedInstrument.tsx'
import { Gauge } from './Gauge.tsx'
import { plannedDraws } from './plannedDraws.ts'
import { type Axis, QuestionForm } from './QuestionForm.tsx'
import { requestOf } from './requestOf.ts'
import { type Kind, kinds, useQuestion } from './useQuestion.ts'

/** What moves the outcome of the scenario chosen at the side. */
export function InstrumentsView({ lab }: { lab: Lab }) {
  const words = useWords()
  const { t } = words
  const { instruments } = useBackend()
  const { workspace, issues, isRight } = lab
  const { active } = workspace
  const [{ instrument }, ask] = useQuestion()
  const name = placeName(active, words)
  const needed = instrument === 'split' ? [0, active] : [active]
  const isWrong = needed.some((place) => (issues[place] ?? []).length > 0)
  return (
    <div className={styles.view}>
      <h2>{t('lab.instruments.title', { name })}</h2>
      <div className={styles.controls}>
        <Select
          label={t('lab.instruments.choose')}
          value={instrument}
          options={kinds.map((kind) => ({ value: kind, text: t(`lab.instruments.kind.${kind}`) }))}
          onChange={(next) => void ask({ instrument: next })}
        />
      </div>
      <p className={styles.lead}>{t(`lab.instruments.about.${instrument}`)}</p>
      {isWrong ? (
        <p className={styles.marked}>{t('lab.instruments.blocked', { name })}</p>
      ) : !needed.every(isRight) ? (
        <p>{t('app.loading')}</p>
      ) : instrument === 'gauge' ? (
        <Gauge scenario={activeScenario(workspace) as unknown as Scenario} />
      ) : instrument === 'split' && active === 0 ? (
        <p className={styles.marked}>{t('lab.instruments.noAlternative')}</p>
      ) : (
        <Instrument
          key={instrument}
          instruments={instruments}
          baseline={workspace.baseline as unknown as Scenario}
          scenario={activeScenario(workspace) as unknown as Scenario}
        />
      )}
    </div>
  )
}

/** Each instrument has its own result in the address, so that one can go from one to the other. */
const namesOf = (kind: Kind) => ({ id: kind, asked: `${kind}-of`, runs: 'repeats', defaultRuns: 20 })

interface InstrumentProps {
  instruments: Instruments
  baseline: Scenario
  scenario: Scenario
}

function Instrument({ instruments, baseline, scenario }: InstrumentProps) {
  const { t } = useWords()
  const [question] = useQuestion()
  const [mistaken, setMistaken] = useState({ x: false, y: false })
  const onMistake = useCallback(
    (axis: Axis, isMistaken: boolean) => setMistaken((known) => ({ ...known, [axis]: isMistaken })),
    [],
  )
  const draws = useMemo(() => plannedDraws(scenario), [scenario])
  const session = useWorkSession(instruments, namesOf(question.instrument), (runs) =>
    requestOf({ question, baseline, scenario, draws, runs }),
  )
  if (draws.length === 0) return <p className={styles.marked}>{t('lab.instruments.noDraws')}</p>
  const { id, isGone, isStale } = session
  return (
    <>
      <QuestionForm draws={draws} onMistake={onMistake} />
      <WorkStart
        session={session}
        first={t('lab.instruments.start')}
        again={t('lab.instruments.again')}
        isBlocked={mistaken.x || mistaken.y}
      />
      {question.instrument !== 'response' && <p className={styles.note}>{t('lab.instruments.runsHint')}</p>}
      {isGone && <p className={styles.marked}>{t('lab.instruments.gone')}</p>}
      {id !== null && !isGone && (
        <>
          {isStale && <p className={styles.marked}>{t('lab.instruments.stale')}</p>}
          <FollowedInstrument key={id} instruments={instruments} id={id} />
        </>
      )}
    </>
  )
}
