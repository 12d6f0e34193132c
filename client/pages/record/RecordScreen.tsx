import { Link, useLocation } from 'react-router'
import type { AccuracyRecord } from '../../../shared/schema/backtest.ts'
import { useRecordChoice } from '../../hooks/useRecordChoice.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Failures } from './Failures.tsx'
import { Method } from './Method.tsx'
import { PredictedDrawsFigure } from './PredictedDrawsFigure.tsx'
import { PredictedFigure } from './PredictedFigure.tsx'
import { RecordChoosers } from './RecordChoosers.tsx'
import styles from './RecordScreen.module.css'
import { ReliabilityFigure } from './ReliabilityFigure.tsx'
import { overallFinding } from './recordFindings.ts'
import { SkillFigure } from './SkillFigure.tsx'
import { YearsFigure } from './YearsFigure.tsx'

/** Predicted against actual, skill, reliability, where it fails, how it is measured. */
export function RecordScreen({ record }: { record: AccuracyRecord }) {
  const words = useWords()
  const { t, format } = words
  const { search } = useLocation()
  const choice = useRecordChoice(record)
  const { view, stream, within } = choice
  const source = t('record.source', { date: format.date(record.dataUntil), version: record.engineVersion })
  const statements = record.forecast.invitedWithin.find((one) => one.stream === stream && one.days === within)
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('record.question')}</h1>
        <p>
          {overallFinding(view, words)}{' '}
          {t('record.lead', { from: format.date(view.draws[0]?.date ?? record.replay.from) })}{' '}
          <Link to={{ pathname: '/fit', search }}>{t('record.toFit')}</Link>
        </p>
      </div>
      <RecordChoosers choice={choice} />
      <PredictedFigure view={view} stream={stream} source={source} />
      <div className={styles.pair}>
        <PredictedDrawsFigure view={view} stream={stream} source={source} />
        <SkillFigure view={view} source={source} />
      </div>
      <div className={styles.pair}>
        <div className={styles.column}>
          <YearsFigure view={view} stream={stream} source={source} />
          <ReliabilityFigure choice={choice} statements={statements} source={source} />
        </div>
        <div className={styles.column}>
          <Failures view={view} history={record.replay.draws} />
          <Method record={record} />
        </div>
      </div>
    </div>
  )
}
