import { valueAxis } from '../../../charts/valueAxis.ts'
import type { Words } from '../../../i18n/words.ts'
import styles from './HistogramPlot.module.css'
import type { ScoreBin } from './shownBins.ts'

interface HistogramPlotProps {
  width: number
  height: number
  bins: readonly ScoreBin[]
  binPoints: number
  cutoffs: { before: number | null; after: number | null }
  names: { before: string; after: string }
  words: Words
}

const margin = { top: 40, right: 16, bottom: 24, left: 56 }
const LINE_HEIGHT = 17
/** About the width of a letter: a name that would end outside stands on the other side of its line. */
const LETTER_PX = 8
/** Room a figure on the axis of scores needs. */
const TICK_PX = 64

/** People by score: before as an area, after as a line, each with its cutoff. A picture only; a table has the figures. */
export function HistogramPlot({ width, height, bins, binPoints, cutoffs, names, words }: HistogramPlotProps) {
  const { t, format } = words
  if (bins.length === 0) return null
  const axis = valueAxis(0, Math.max(1, ...bins.flatMap(({ before, after }) => [before, after])), 4)
  const first = bins[0].from
  const last = bins[bins.length - 1].from + binPoints
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom }
  const x = (score: number) => margin.left + ((score - first) / (last - first)) * inner.width
  const y = (count: number) => margin.top + (1 - count / axis.to) * inner.height
  const steps = (of: 'before' | 'after') =>
    bins
      .map((bin) => `H${x(bin.from).toFixed(1)}V${y(bin[of]).toFixed(1)}H${x(bin.from + binPoints).toFixed(1)}`)
      .join('')
  const start = `M${x(first)},${y(0)}`
  const every = [10, 20, 50, 100, 200].find((step) => (inner.width * step) / (last - first) >= TICK_PX) ?? 500
  const scores = Array.from({ length: Math.floor(last / every) + 1 }, (_, index) => index * every).filter(
    (score) => score >= first,
  )
  const marks = (
    [
      ['before', cutoffs.before],
      ['after', cutoffs.after],
    ] as const
  ).flatMap(([of, score]) => (score === null || score < first || score > last ? [] : [{ of, score }]))
  return (
    <svg width={width} height={height} className={styles.plot} aria-hidden="true" focusable="false">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {format.integer(tick)}
          </text>
        </g>
      ))}
      {scores.map((score) => (
        <text key={score} x={x(score)} y={height - 6} textAnchor="middle">
          {score}
        </text>
      ))}
      <path className={styles.before} d={`${start}${steps('before')}V${y(0)}Z`} />
      <path className={styles.after} d={`${start}${steps('after')}V${y(0)}`} />
      {marks.map(({ of, score }, index) => {
        const text = t('reform.histogram.cutoff', { name: names[of], score })
        const isLower = score < (marks[1 - index]?.score ?? 0)
        const toLeft = isLower || x(score) + text.length * LETTER_PX > width
        return (
          <g key={of} className={of === 'after' ? styles.cutoffAfter : styles.cutoffBefore}>
            <line x1={x(score)} x2={x(score)} y1={6 + index * LINE_HEIGHT} y2={y(0)} />
            <text
              x={x(score) + (toLeft ? -6 : 6)}
              y={6 + index * LINE_HEIGHT}
              dy="0.7em"
              textAnchor={toLeft ? 'end' : 'start'}
            >
              {text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
