import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { waitingFinding } from '../../charts/ensembleFindings.ts'
import { Figure } from '../../charts/Figure.tsx'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './DrawQuantiles.module.css'
import { quantileColumns, quantileNames } from './quantileColumns.ts'
import { scoresText } from './scoresText.ts'

/** Days from submission to invitation, by stream and score. */
export function WaitingFigure({ result }: { result: EnsembleResult }) {
  const words = useWords()
  const { t, format } = words
  const title = waitingFinding(result.waiting, words, (scores) => scoresText(scores, words))
  const columns = [
    { key: 'stream', label: t('column.stream') },
    { key: 'scores', label: t('ensemble.column.scores') },
    { key: 'invited', label: t('ensemble.column.invitedPerRun'), numeric: true },
    ...quantileColumns(t),
  ]
  const rows = result.waiting.map(({ stream, scores, invitedPerRun, days }) => ({
    key: `${stream} ${scores}`,
    cells: [
      datum(
        stream,
        <span className={styles.stream}>
          <StreamMark stream={stream} /> {t(`stream.${stream}`)}
        </span>,
      ),
      datum(scores, scoresText(scores, words)),
      datum(invitedPerRun, format.count(invitedPerRun)),
      ...quantileNames.map((name) => datum(days[name], format.integer(days[name]))),
    ],
  }))
  return (
    <Figure
      heading={t('ensemble.waiting.heading')}
      title={title}
      subtitle={t('ensemble.waiting.subtitle')}
      source={t('figure.sourceSimulated')}
    >
      {rows.length > 0 && <DataTable caption={title} columns={columns} rows={rows} />}
    </Figure>
  )
}
