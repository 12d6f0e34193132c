import { useState } from 'react'
import { addMonths, parseDay } from '../../../shared/lib/day.ts'
import type { Band } from '../../../shared/schema/common.ts'
import type { EnsembleResult, PoolQuantiles } from '../../../shared/schema/ensemble.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { futuresText, poolFanFinding } from '../../charts/ensembleFindings.ts'
import { FanLegend } from '../../charts/FanLegend.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { fanPoint, knownPoint } from '../../charts/fanSeries.ts'
import { FanPlot } from '../../charts/lazy.ts'
import { datum } from '../../charts/tableData.ts'
import { useHistoryMonths } from '../../hooks/useHistoryMonths.ts'
import { useNarrow } from '../../hooks/useNarrow.ts'
import { useDraws } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { useEnsembleSource } from './ensembleSource.ts'
import styles from './PoolFanFigure.module.css'
import { quantileColumns, quantileNames } from './quantileColumns.ts'
import { scoresText } from './scoresText.ts'

type Choice = Band | 'all'
const COLOUR = 'var(--accent)'

const quantilesOf = (point: PoolQuantiles, band: Choice) => (band === 'all' ? point.total : point.bands[band])

function tableOf(pool: readonly PoolQuantiles[], band: Choice, caption: string, { t, format }: Words) {
  const columns = [{ key: 'date', label: t('column.date') }, ...quantileColumns(t)]
  const rows = pool.map((point) => ({
    key: point.date,
    cells: [
      datum(point.date, format.shortDate(point.date)),
      ...quantileNames.map((name) => {
        const count = quantilesOf(point, band)[name]
        return datum(count, format.count(count))
      }),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}

/** The size of the pool or of one of its bands: published, then the fan of the futures. */
export function PoolFanFigure({ result }: { result: EnsembleResult }) {
  const words = useWords()
  const { t } = words
  const [band, setBand] = useState<Choice>('all')
  const narrow = useNarrow()
  const [historyMonths] = useHistoryMonths()
  const history = useDraws().data?.draws ?? []
  const source = useEnsembleSource(result.runs)
  const { pool, runs } = result
  const [first] = pool
  const last = pool[pool.length - 1]
  const from = addMonths(parseDay(first.date), -Math.min(historyMonths, 24))
  const published = history
    .flatMap((draw) => (draw.pool ? [draw.pool] : []))
    .map(({ asOf, total, bands: counts }) => knownPoint(asOf, band === 'all' ? total : counts[band]))
    .filter(({ day, date }) => day >= from && date <= first.date)
  const simulated = pool.map((point) => fanPoint(point.date, quantilesOf(point, band)))
  const bandText = band === 'all' ? null : scoresText(band, words)
  const title = poolFanFinding(last, quantilesOf(last, band), bandText, runs, words)
  const options: { value: Choice; text: string }[] = [
    { value: 'all', text: t('ensemble.pool.everybody') },
    ...(Object.keys(last.bands) as Band[]).map((one) => ({ value: one, text: scoresText(one, words) })),
  ]
  return (
    <Figure
      heading={t('ensemble.pool.heading')}
      title={title}
      subtitle={t('ensemble.pool.subtitle', { futures: futuresText(runs, words) })}
      source={source}
      tools={
        <Select label={t('ensemble.pool.band')} value={band} options={options} onChange={(next) => setBand(next)} />
      }
      table={() => tableOf(pool, band, t('figure.tableOf', { title }), words)}
    >
      <div className={styles.plot} role="img" aria-label={t('ensemble.pool.chart', { title })}>
        <div className={styles.fill} aria-hidden="true">
          <FanPlot
            series={{ published, simulated }}
            from={from}
            to={parseDay(last.date)}
            marks={[{ day: parseDay(first.date), text: t('trend.simulationStarts'), strong: true, row: 0 }]}
            colour={COLOUR}
            words={words}
            narrow={narrow}
          />
        </div>
      </div>
      <FanLegend colour={COLOUR} lastPublished={null} />
    </Figure>
  )
}
