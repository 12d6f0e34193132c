import type { RecordView } from '../../../shared/record/view.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import { Figure } from '../../charts/Figure.tsx'
import { useWords } from '../../hooks/useWords.ts'
import { PredictedTable } from './PredictedTable.tsx'
import { bandsFinding } from './recordFindings.ts'

interface PredictedDrawsFigureProps {
  view: RecordView
  stream: Stream
  source: string
}

/** Every draw of a stream in figures. */
export function PredictedDrawsFigure({ view, stream, source }: PredictedDrawsFigureProps) {
  const words = useWords()
  const { t } = words
  const draws = view.draws.filter((draw) => draw.stream === stream)
  const title = bandsFinding(draws, stream, words)
  return (
    <Figure
      heading={t('record.drawsTable.heading')}
      title={title}
      subtitle={t('record.drawsTable.subtitle')}
      source={source}
    >
      <PredictedTable caption={title} draws={draws} />
    </Figure>
  )
}
