import { memo } from 'react'
import { addMonths, formatDay, parseDay } from '../../../shared/lib/day.ts'
import type { DrawEvent, RulesEvent } from '../../../shared/schema/event.ts'
import { type CutoffSeries, cutoffSeries } from '../../charts/cutoffSeries.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { cutoffFinding } from '../../charts/findings.ts'
import { CutoffPlot } from '../../charts/lazy.ts'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum } from '../../charts/tableData.ts'
import { timeMarks } from '../../charts/timeMarks.ts'
import { useHistoryMonths } from '../../hooks/useHistoryMonths.ts'
import { useNarrow } from '../../hooks/useNarrow.ts'
import { useDraws } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import { HistorySelect } from './HistorySelect.tsx'
import styles from './TrendFigure.module.css'

interface TrendFigureProps {
  draws: readonly DrawEvent[]
  /** Rules that took over in mid-run. */
  rules: readonly RulesEvent[]
  /** Last day of the run, known before the run is. */
  until: string
  startDate: string
}

function tableOf(series: readonly CutoffSeries[], caption: string, { t, format }: Words) {
  const rows = series
    .flatMap(({ stream, published, simulated }) => [
      ...published.map((point) => ({ ...point, stream, kind: datum('published', t('figure.published')) })),
      ...simulated.map((point) => ({ ...point, stream, kind: datum('simulated', t('figure.simulated')) })),
    ])
    .sort((a, b) => b.day - a.day)
    .map(({ date, stream, kind, cutoff }) => ({
      key: `${date} ${stream} ${kind.value}`,
      cells: [
        datum(date, format.shortDate(date)),
        datum(stream, t(`streamLong.${stream}`)),
        kind,
        datum(cutoff, format.integer(cutoff)),
      ],
    }))
  const columns = [
    { key: 'date', label: t('column.date') },
    { key: 'stream', label: t('column.stream') },
    { key: 'kind', label: t('column.kind') },
    { key: 'cutoff', label: t('column.cutoff'), numeric: true },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} />
}

/** Cutoffs by stream: published history, then the run. PNP has a panel of its own. Drawn again only for a new draw. */
export const TrendFigure = memo(function TrendFigure({ draws, rules, until, startDate }: TrendFigureProps) {
  const words = useWords()
  const { t, format } = words
  const narrow = useNarrow()
  const [historyMonths, setHistoryMonths] = useHistoryMonths()
  const history = useDraws()
  const from = addMonths(parseDay(startDate), -historyMonths)
  const to = parseDay(until)
  const published = history.data?.draws ?? []
  const series = cutoffSeries(published, draws, formatDay(from), until)
  const first = published[0]
  const firstDay = Math.max(from, first ? parseDay(first.date) : from)
  const title = cutoffFinding(series, startDate, words)
  const marks = timeMarks(
    { from: firstDay, to, start: { date: startDate, text: t('trend.simulationStarts') }, rules },
    words,
    narrow,
  )
  const labelLetters = Math.max(0, ...series.map(({ stream }) => t(`stream.${stream}`).length)) + ' 000'.length
  const shared = { from: firstDay, to, startDate, marks, words, narrow, labelLetters }
  const newest = published.at(-1)
  const sources = [
    ...(newest ? [t('figure.sourcePublished', { date: format.date(newest.date) })] : []),
    ...(draws.length > 0 ? [t('figure.sourceSimulated')] : []),
  ]

  return (
    <Figure
      heading={t('trend.heading')}
      title={title}
      subtitle={t('trend.subtitle')}
      source={sources.join('; ')}
      tools={<HistorySelect months={historyMonths} onChange={setHistoryMonths} />}
      table={() => tableOf(series, t('figure.tableOf', { title }), words)}
    >
      <div className={styles.plots} role="img" aria-label={t('trend.chart', { title })}>
        <div className={styles.main} aria-hidden="true">
          <CutoffPlot {...shared} series={series.filter(({ stream }) => stream !== 'pnp')} />
        </div>
        <p className={styles.panelNote} aria-hidden="true">
          <StreamMark stream="pnp" /> {t('trend.pnpPanel')}
        </p>
        <div className={styles.panel} aria-hidden="true">
          <CutoffPlot {...shared} series={series.filter(({ stream }) => stream === 'pnp')} small />
        </div>
      </div>
    </Figure>
  )
})
