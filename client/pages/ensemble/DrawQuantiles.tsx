import type { EnsembleDraw } from '../../../shared/schema/ensemble.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { useWords } from '../../hooks/useWords.ts'
import styles from './DrawQuantiles.module.css'
import { quantileColumns, quantileNames } from './quantileColumns.ts'

interface DrawQuantilesProps {
  caption: string
  draws: readonly EnsembleDraw[]
  runs: number
}

/** Draws with the cutoff that so many of the futures do not exceed. */
export function DrawQuantiles({ caption, draws, runs }: DrawQuantilesProps) {
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
      format.shortDate(date),
      <span key="stream" className={styles.stream}>
        <StreamMark stream={stream} /> {t(`stream.${stream}`)}
      </span>,
      size === null ? t('draws.noLimit') : format.integer(size),
      ...quantileNames.map((name) => (cutoff ? format.integer(cutoff[name]) : t('draws.nobody'))),
      format.percent(runs === 0 ? 0 : held / runs),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
