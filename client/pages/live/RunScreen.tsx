import { parseAsString, useQueryState } from 'nuqs'
import { useMemo, useState } from 'react'
import { addMonths, formatDay, parseDay } from '../../../shared/lib/day.ts'
import { drawSentence } from '../../charts/findings.ts'
import { CitedRun, KeepRun } from '../../downloads/CitedRun.tsx'
import type { RefreshRate } from '../../engine/liveStore.ts'
import { isOver, poolOverTime, viewAt } from '../../engine/runView.ts'
import { useAnnouncements } from '../../hooks/useAnnouncements.ts'
import type { FollowedRun } from '../../hooks/useRun.ts'
import type { RunSession } from '../../hooks/useRunSession.ts'
import { useScenarios } from '../../hooks/useServerFacts.ts'
import { type Shortcuts, useShortcuts } from '../../hooks/useShortcuts.ts'
import { useWords } from '../../hooks/useWords.ts'
import { CompositionFigure } from './CompositionFigure.tsx'
import { DrawsFigure } from './DrawsFigure.tsx'
import { FailedRun } from './FailedRun.tsx'
import { InvitationsFigure } from './InvitationsFigure.tsx'
import { LinkStatus } from './LinkStatus.tsx'
import { LiveTitle } from './LiveTitle.tsx'
import { PoolFigure } from './PoolFigure.tsx'
import { RunControls } from './RunControls.tsx'
import styles from './RunScreen.module.css'
import { RunSettings } from './RunSettings.tsx'
import { ScenarioPicker } from './ScenarioPicker.tsx'
import { Timeline } from './Timeline.tsx'
import { TrendFigure } from './TrendFigure.tsx'

interface RunScreenProps {
  run: FollowedRun
  session: RunSession
  refresh: RefreshRate
  onRefresh(rate: RefreshRate): void
}

/** Days shown after the newest published draw while it is not known yet how long the run is. */
const UNKNOWN_HORIZON_MONTHS = 12

/** One run: its controls, what it has shown so far, and the day the reader looks at. */
export function RunScreen({ run, session, refresh, onRefresh }: RunScreenProps) {
  const words = useWords()
  const { t } = words
  const { view, link, send } = run
  const [lookBack, setLookBack] = useQueryState('at', parseAsString)
  const [hasShortcuts, setShortcuts] = useState(true)
  const [isPicking, setPicking] = useState(false)
  const announcement = useAnnouncements(view)
  const scenarios = useScenarios().data?.scenarios ?? []
  const scenario = scenarios.find((one) => one.id === session.scenarioId)

  const isRunning = view.status === 'running'
  const canSteer = link === 'open' && (isRunning || view.status === 'paused')
  const canStep = canSteer && !isRunning
  const canLookBack = view.status === 'paused' || isOver(view.status)
  const shown = useMemo(
    () => (canLookBack && lookBack !== null ? viewAt(view, lookBack) : view),
    [view, canLookBack, lookBack],
  )
  // While it runs the pool is drawn once a week, when it stands still to the day.
  const { started, pool } = shown
  const latestDay = isRunning ? null : shown.latestDay
  const poolPoints = useMemo(() => poolOverTime({ started, pool, latestDay }), [started, pool, latestDay])

  const seed = view.started?.seed ?? session.info?.seed ?? null
  const actions: Shortcuts = {
    playOrPause: () => canSteer && send({ type: isRunning ? 'pause' : 'resume' }),
    step: () => canStep && send({ type: 'step' }),
    stepToDraw: () => canStep && send({ type: 'stepToDraw' }),
    startAgain: () => session.runId !== null && void session.startAgain(seed),
  }
  useShortcuts(actions, hasShortcuts)

  const startDate = view.started?.asOf ?? scenario?.asOf
  const horizonDays = scenario?.horizonDays
  const until =
    view.started?.until ??
    (startDate &&
      formatDay(
        horizonDays ? parseDay(startDate) + horizonDays : addMonths(parseDay(startDate), UNKNOWN_HORIZON_MONTHS),
      ))
  const lastDraw = shown.draws.at(-1)

  return (
    <div className={styles.screen}>
      <div className={styles.side}>
        <RunControls
          view={view}
          asOf={startDate}
          horizonDays={horizonDays}
          canSteer={canSteer}
          canStep={canStep}
          actions={actions}
        />
        <RunSettings
          view={view}
          scenario={scenario}
          session={session}
          refresh={refresh}
          onRefresh={onRefresh}
          send={send}
          onChange={() => setPicking(true)}
          onStartAgain={actions.startAgain}
          hasShortcuts={hasShortcuts}
          onShortcuts={setShortcuts}
        />
      </div>
      <div className={styles.head}>
        <LiveTitle />
        <LinkStatus link={link} returns={run.returns} isOver={isOver(view.status)} />
        {view.failure ? (
          <FailedRun failure={view.failure} onStartAgain={actions.startAgain} />
        ) : (
          <p className={styles.lastDraw}>{lastDraw ? drawSentence(lastDraw, words) : t('live.noDrawYet')}</p>
        )}
        <p role="status" className="unseen">
          {announcement}
        </p>
      </div>
      {startDate && until && (
        <CitedRun started={view.started}>
          <div className={styles.trend}>
            <TrendFigure draws={shown.draws} rules={shown.rules} startDate={startDate} until={until} />
            <Timeline view={view} isOn={canLookBack} at={lookBack} onLookAt={(date) => void setLookBack(date)} />
          </div>
          <div className={styles.pair}>
            <PoolFigure points={poolPoints} startDate={startDate} until={until} />
            <InvitationsFigure draws={shown.draws} startDate={startDate} />
          </div>
          <div className={styles.wide}>
            <CompositionFigure draw={lastDraw} />
            <DrawsFigure draws={shown.draws} />
            {session.runId !== null && view.started && <KeepRun runId={session.runId} view={view} />}
          </div>
        </CitedRun>
      )}
      {isPicking && (
        <ScenarioPicker
          scenarios={scenarios}
          scenarioId={session.scenarioId}
          onStart={session.start}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  )
}
