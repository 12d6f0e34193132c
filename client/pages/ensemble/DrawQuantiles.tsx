import type { EnsembleDraw } from '../../../shared/schema/ensemble.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './DrawQuantiles.module.css'
import { quantileColumns, quantileNames } from './quantileColumns.ts'

interface DrawQuantilesProps {
  caption: string
  draws: readonly EnsembleDraw[]
  runs: number
  /** Draws shown; a file of the table holds all. */
  most?: number
}

/** Draws with the cutoff that so many of the futures do not exceed. */
export function DrawQuantiles({ caption, draws, runs, most }: DrawQuantilesProps) {
  const { t, format } = useWords()
  const columns = [
    { key: 'date', label: t('column.date') },
    { key: 'stream', label: t('column.stream') },
    { key: 'size', label: t('column.size'), numeric: true },
    ...quantileColumns(t),
    { key: 'held', label: t('ensemble.draws.held'), numeric: true },
  ]
  const rows = draws.map(({ date, stream, size, cutoff, held }, index) => ({
    key: `${date} ${stream} ${index}`,
    cells: [
      datum(date, format.shortDate(date)),
      datum(
        stream,
        <span className={styles.stream}>
          <StreamMark stream={stream} /> {t(`stream.${stream}`)}
        </span>,
      ),
      datum(size, size === null ? t('draws.noLimit') : format.integer(size)),
      ...quantileNames.map((name) =>
        cutoff ? datum(cutoff[name], format.integer(cutoff[name])) : datum(null, t('draws.nobody')),
      ),
      datum(runs === 0 ? 0 : held / runs, format.percent(runs === 0 ? 0 : held / runs)),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} most={most} />
}
