import { parseDay } from '../../../shared/lib/day.ts'
import type { RunView } from '../../engine/runView.ts'
import { useDraws } from '../../hooks/useServerFacts.ts'
import type { Shortcuts } from '../../hooks/useShortcuts.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './RunControls.module.css'

interface RunControlsProps {
  view: RunView
  /** Snapshot the run starts from, and its length; known from the scenario before the run has said so. */
  asOf: string | undefined
  horizonDays: number | undefined
  canSteer: boolean
  canStep: boolean
  actions: Shortcuts
}

/** Where the run is, and the buttons that move it. */
export function RunControls({ view, asOf, horizonDays, canSteer, canStep, actions }: RunControlsProps) {
  const { t, format } = useWords()
  const isPreparing = view.status === 'preparing'
  const willRun = view.status === 'running' || isPreparing
  const date = view.latestDay?.date ?? asOf
  // The day of the snapshot is the first one lived through: its draws are held.
  const lastDay = view.started ? parseDay(view.started.until) - parseDay(view.started.asOf) : horizonDays
  const days = lastDay === undefined ? undefined : lastDay + 1
  const day = view.latestDay && asOf ? parseDay(view.latestDay.date) - parseDay(asOf) + 1 : 0

  return (
    <section className={styles.controls} aria-label={t('controls.label')}>
      <div>
        <p className={styles.date}>{date ? format.date(date) : t('app.loading')}</p>
        <p>
          <strong>{t(`status.${view.status}`)}</strong>
          {days !== undefined && ` · ${t('live.dayOf', { day, days })}`}
        </p>
        <div className={styles.progress} aria-hidden="true" data-busy={isPreparing}>
          <span style={{ inlineSize: isPreparing ? '30%' : `${days ? (100 * day) / days : 0}%` }} />
        </div>
        <PoolLine view={view} asOf={asOf} />
      </div>
      <div className={styles.buttons}>
        <Button look="main" className={styles.play} disabled={!canSteer} onClick={actions.playOrPause}>
          <Icon name={willRun ? 'pause' : 'play'} />
          {t(willRun ? 'controls.pause' : 'controls.play')}
        </Button>
        <Button disabled={!canStep} onClick={actions.step}>
          <Icon name="step" />
          {t('controls.step')}
        </Button>
        <Button disabled={!canStep} onClick={actions.stepToDraw}>
          <Icon name="stepToDraw" />
          {t('controls.stepToDraw')}
        </Button>
      </div>
    </section>
  )
}

/** People in the pool now; before there is one, how many are being made. */
function PoolLine({ view, asOf }: { view: RunView; asOf: string | undefined }) {
  const { t } = useWords()
  const draws = useDraws()
  const total = view.latestDay?.total ?? view.started?.poolTotal
  if (total !== undefined) return <p className={styles.pool}>{t('live.poolNow', { count: total })}</p>
  const snapshot = draws.data?.draws.findLast((draw) => draw.pool && asOf && draw.pool.asOf <= asOf)?.pool
  return (
    <p className={styles.pool}>
      {snapshot ? t('live.preparingPeople', { count: snapshot.total }) : t('live.preparing')}
    </p>
  )
}
