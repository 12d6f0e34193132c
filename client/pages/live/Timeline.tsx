import { useId } from 'react'
import { formatDay, parseDay } from '../../../shared/lib/day.ts'
import { type RunView, simulatedDays } from '../../engine/runView.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Timeline.module.css'

interface TimelineProps {
  view: RunView
  /** Looking back is possible while the run stands still. */
  isOn: boolean
  /** The day looked at; null = the latest. */
  at: string | null
  onLookAt(date: string | null): void
}

/** Takes the reader back to any day of the run, or from draw to draw. The run itself stays where it is. */
export function Timeline({ view, isOn, at, onLookAt }: TimelineProps) {
  const { t, format } = useWords()
  const id = useId()
  const days = simulatedDays(view)
  const first = days ? parseDay(days.first) : 0
  const last = days ? parseDay(days.last) : 0
  const shown = isOn && at !== null && days && at >= days.first && at < days.last ? at : (days?.last ?? null)
  const isBack = shown !== null && shown !== days?.last
  const earlier = view.draws.findLast((draw) => shown !== null && draw.date < shown)
  const later = view.draws.find((draw) => shown !== null && draw.date > shown)
  const lookAt = (day: number) => onLookAt(day >= last ? null : formatDay(day))

  return (
    <section className={styles.timeline} aria-label={t('timeline.label')}>
      <div className={styles.line}>
        <label htmlFor={id}>{t('timeline.label')}</label>
        <input
          id={id}
          type="range"
          min={first}
          max={Math.max(last, first + 1)}
          value={shown === null ? first : parseDay(shown)}
          disabled={!isOn || days === null || first === last}
          aria-valuetext={shown === null ? '' : format.date(shown)}
          onChange={(event) => lookAt(Number(event.target.value))}
        />
        <Button disabled={!isOn || !earlier} onClick={() => earlier && lookAt(parseDay(earlier.date))}>
          {t('timeline.earlierDraw')}
        </Button>
        <Button disabled={!isOn || !isBack || !later} onClick={() => later && lookAt(parseDay(later.date))}>
          {t('timeline.laterDraw')}
        </Button>
      </div>
      <p className={styles.note}>
        {isBack && shown !== null ? (
          <>
            {t('timeline.at', { date: format.date(shown) })}{' '}
            <Button look="plain" onClick={() => onLookAt(null)}>
              {t('timeline.latest')}
            </Button>
          </>
        ) : (
          !isOn && t('timeline.hintRunning')
        )}
      </p>
    </section>
  )
}
