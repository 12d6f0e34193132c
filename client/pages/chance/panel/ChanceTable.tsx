import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { streamNames } from '../../../charts/markers.ts'
import { datum, endsOf, intervalColumns } from '../../../charts/tableData.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { intervalText } from './rounding.ts'

/** The chance by month: by any stream with its interval, and by each stream that may invite. */
export function ChanceTable({ answer: { byDate, byStream } }: { answer: ChanceAnswer }) {
  const words = useWords()
  const { t, format } = words
  const streams = streamNames.filter((stream) => byStream[stream])
  const columns = [
    { key: 'by', label: t('chancePanel.chance.by') },
    { key: 'any', label: t('chancePanel.chance.any'), numeric: true },
    { key: 'range', label: t('chancePanel.chance.range'), numeric: true, only: 'page' as const },
    ...intervalColumns('any', t('chancePanel.chance.range'), t),
    ...streams.map((stream) => ({ key: stream, label: t(`stream.${stream}`), numeric: true })),
  ]
  const rows = byDate.map((point, month) => ({
    key: point.date,
    cells: [
      datum(point.date, format.shortDate(point.date)),
      datum(point.probability, format.percent(point.probability)),
      intervalText(point, words),
      ...endsOf(point.low, point.high),
      ...streams.map((stream) => {
        const probability = byStream[stream]?.[month]?.probability ?? 0
        return datum(probability, format.percent(probability))
      }),
    ],
  }))
  return <DataTable caption={t('chancePanel.chance.table')} columns={columns} rows={rows} />
}
