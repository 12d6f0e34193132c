import { errorOf } from '../../../shared/record/misses.ts'
import type { PredictedDraw } from '../../../shared/schema/backtest.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { datum, endsOf, intervalColumns } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import { rangeText } from '../../i18n/format.ts'
import { orUnknown } from './recordWords.ts'

interface PredictedTableProps {
  caption: string
  /** Oldest first. */
  draws: readonly PredictedDraw[]
}

/** Draws with what was predicted for them, newest first. */
export function PredictedTable({ caption, draws }: PredictedTableProps) {
  const { t, format } = useWords()
  const columns = [
    { key: 'date', label: t('column.date') },
    { key: 'number', label: t('column.number'), numeric: true },
    { key: 'size', label: t('column.size'), numeric: true },
    { key: 'actual', label: t('record.drawsTable.actual'), numeric: true },
    { key: 'predicted', label: t('record.drawsTable.predicted'), numeric: true },
    ...intervalColumns('predicted', t('record.drawsTable.predicted'), t),
    { key: 'last', label: t('record.drawsTable.last'), numeric: true },
    { key: 'error', label: t('record.drawsTable.error'), numeric: true },
  ]
  const rows = draws.toReversed().map((draw) => ({
    key: draw.draw,
    cells: [
      datum(draw.date, format.shortDate(draw.date)),
      draw.draw,
      datum(draw.size, format.integer(draw.size)),
      datum(draw.actual, format.integer(draw.actual)),
      datum(draw.p50, `${format.integer(draw.p50)} (${rangeText(format.integer, draw.p10, draw.p90)})`),
      ...endsOf(draw.p10, draw.p90),
      datum(draw.persistence, orUnknown(draw.persistence, format.integer)),
      datum(errorOf(draw), format.signed(errorOf(draw))),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
