import { memo } from 'react'
import { parseDay } from '../../../shared/lib/day.ts'
import type { PoolPoint } from '../../../shared/protocol/messages.ts'
import { bandGroups, mergeBands } from '../../charts/bandGroups.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { poolFinding } from '../../charts/findings.ts'
import { PoolPlot } from '../../charts/lazy.ts'
import { datum } from '../../charts/tableData.ts'
import { useNarrow } from '../../hooks/useNarrow.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import styles from './PoolFigure.module.css'

interface PoolFigureProps {
  points: readonly PoolPoint[]
  startDate: string
  until: string
}

function tableOf(points: readonly PoolPoint[], caption: string, { t, format }: Words) {
  const columns = [
    { key: 'date', label: t('column.date') },
    ...bandGroups.map((group) => ({ key: group, label: t(`band.${group}`), numeric: true })),
    { key: 'total', label: t('pool.total'), numeric: true },
  ]
  const rows = points.toReversed().map((point) => {
    const merged = mergeBands(point.bands)
    const counts = [...bandGroups.map((group) => merged[group]), point.total]
    return {
      key: point.date,
      cells: [
        datum(point.date, format.shortDate(point.date)),
        ...counts.map((count) => datum(count, format.integer(count))),
      ],
    }
  })
  return <DataTable caption={caption} columns={columns} rows={rows} />
}

/** The pool over the run, by score. */
export const PoolFigure = memo(function PoolFigure({ points, startDate, until }: PoolFigureProps) {
  const words = useWords()
  const { t, format } = words
  const narrow = useNarrow()
  const title = poolFinding(points, words)
  return (
    <Figure
      heading={t('pool.heading')}
      title={title}
      subtitle={t('pool.subtitle', { date: format.date(startDate) })}
      source={t('figure.sourceSimulated')}
      table={() => tableOf(points, t('figure.tableOf', { title }), words)}
    >
      <div className={styles.plot} role="img" aria-label={t('pool.chart', { title })}>
        <div className={styles.fill} aria-hidden="true">
          <PoolPlot points={points} from={parseDay(startDate)} to={parseDay(until)} words={words} narrow={narrow} />
        </div>
      </div>
    </Figure>
  )
})
