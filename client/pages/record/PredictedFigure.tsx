import { parseDay } from '../../../shared/lib/day.ts'
import { LAST_DAY_IN_VIEW } from '../../../shared/record/unseen.ts'
import type { RecordView } from '../../../shared/record/view.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import { Figure } from '../../charts/Figure.tsx'
import { RecordPlot } from '../../charts/lazy.ts'
import type { TimeMark } from '../../charts/timeMark.ts'
import { useNarrow } from '../../hooks/useNarrow.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './PredictedFigure.module.css'
import { RecordLegend } from './RecordLegend.tsx'
import { cutoffsFinding } from './recordFindings.ts'
import { drawsText } from './recordWords.ts'

interface PredictedFigureProps {
  view: RecordView
  stream: Stream
  source: string
}

/** Every draw of a stream over time: its cutoff, what was predicted, and the last cutoff known. */
export function PredictedFigure({ view, stream, source }: PredictedFigureProps) {
  const words = useWords()
  const { t } = words
  const narrow = useNarrow()
  const draws = view.draws.filter((draw) => draw.stream === stream)
  const title = cutoffsFinding(view, stream, words)
  const name = t(`stream.${stream}`)
  const hasUnseen = draws.some(({ date }) => date > LAST_DAY_IN_VIEW)
  const marks: TimeMark[] = hasUnseen
    ? [{ day: parseDay(LAST_DAY_IN_VIEW), text: t('record.cutoffs.unseen'), strong: true, row: 0 }]
    : []
  return (
    <Figure
      heading={t('record.cutoffs.heading')}
      title={title}
      subtitle={t('record.cutoffs.subtitle', { stream: name, draws: drawsText(draws.length, words) })}
      source={source}
      hasPicture
    >
      <div className={styles.plot} role="img" aria-label={t('record.cutoffs.chart', { stream: name, title })}>
        <div className={styles.fill} aria-hidden="true">
          {draws.length > 0 && <RecordPlot draws={draws} stream={stream} marks={marks} words={words} narrow={narrow} />}
        </div>
      </div>
      <RecordLegend stream={stream} />
    </Figure>
  )
}
