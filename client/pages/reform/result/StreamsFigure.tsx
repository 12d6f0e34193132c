import type { ReformEffects } from '../../../../shared/reform/effects.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { StreamMark } from '../../../charts/StreamMark.tsx'
import type { PoolFacts } from '../../../engine/browser/reformMessages.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { newestDraw } from '../drawChoice.ts'
import styles from '../ReformScreen.module.css'

interface StreamsFigureProps {
  effects: ReformEffects
  pool: PoolFacts
  source: string
}

/** The cutoff of every stream's draw before and after. */
export function StreamsFigure({ effects, pool, source }: StreamsFigureProps) {
  const { t, format } = useWords()
  const points = (cutoff: number | null) => (cutoff === null ? t('draws.nobody') : format.integer(cutoff))
  const columns = [
    { key: 'stream', label: t('column.stream') },
    { key: 'before', label: t('reform.streams.before'), numeric: true },
    { key: 'after', label: t('reform.streams.after'), numeric: true },
    { key: 'change', label: t('reform.streams.change'), numeric: true },
    { key: 'size', label: t('column.size'), numeric: true },
    { key: 'swapped', label: t('reform.streams.swapped'), numeric: true },
    { key: 'date', label: t('reform.streams.date') },
  ]
  return (
    <Figure
      heading={t('reform.streams.heading')}
      title={t('reform.streams.title')}
      subtitle={t('reform.streams.subtitle')}
      source={source}
    >
      <div className={styles.wide}>
        <DataTable
          caption={t('reform.streams.title')}
          columns={columns}
          rows={effects.streams.map(({ stream, seats, cutoffBefore, cutoffAfter, winners }) => ({
            key: stream,
            cells: [
              <span key={stream} className={styles.stream}>
                <StreamMark stream={stream} /> {t(`stream.${stream}`)}
              </span>,
              points(cutoffBefore),
              points(cutoffAfter),
              cutoffBefore === null || cutoffAfter === null ? '' : format.signed(cutoffAfter - cutoffBefore),
              format.integer(seats),
              format.integer(winners),
              format.shortDate(newestDraw(pool, stream)?.date ?? pool.asOf),
            ],
          }))}
        />
      </div>
    </Figure>
  )
}
