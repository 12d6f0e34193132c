import {
  CartesianGrid,
  type DotItemDotProps,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import { type Day, formatDay } from '../../shared/lib/day.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { Words } from '../i18n/words.ts'
import { MarkTexts, StaleLabels } from './ChartNotes.tsx'
import { type CutoffSeries, joined } from './cutoffSeries.ts'
import { type EndLabel, EndLabels } from './EndLabels.tsx'
import { streamColour } from './markers.ts'
import { type NamedPoint, NearestPoint } from './NearestPoint.tsx'
import { Marker } from './StreamMark.tsx'
import type { TimeMark } from './timeMark.ts'
import { monthTicks, scoreAxis } from './timeTicks.ts'

interface CutoffPlotProps {
  series: readonly CutoffSeries[]
  from: Day
  to: Day
  startDate: string | null
  marks: readonly TimeMark[]
  words: Words
  narrow: boolean
  /** A small panel has few ticks and leaves the dates to the one above or below. */
  small?: boolean
}

/** After this long without a draw a stream is named at its last point instead of in the column of labels. */
const STALE_DAYS = 200
const ABOVE_LINES = 1000

/** Draws the points of a line; the published one at which a simulated line starts already has its marker. */
const dotOf =
  (stream: Stream, hollow: boolean, after = '') =>
  ({ cx, cy, index, payload }: DotItemDotProps) =>
    payload.date > after ? <Marker key={index} stream={stream} x={cx} y={cy} hollow={hollow} /> : <g key={index} />

export function CutoffPlot({ series, from, to, startDate, marks, words, narrow, small = false }: CutoffPlotProps) {
  const { t, format } = words
  const shown = series.filter(({ published, simulated }) => published.length + simulated.length > 0)
  if (shown.length === 0) return null
  const values = shown.flatMap(({ published, simulated }) => [...published, ...simulated].map((point) => point.cutoff))
  const axis = scoreAxis(values, small ? 3 : 7)
  const lastDay = Math.max(...shown.map(({ published, simulated }) => (simulated.at(-1) ?? published.at(-1))?.day ?? 0))
  const ends = shown.flatMap(({ stream, published, simulated }): EndLabel[] => {
    const end = simulated.at(-1) ?? published.at(-1)
    if (!end) return []
    const text = `${t(`stream.${stream}`)} ${end.cutoff}`
    return [{ key: stream, text, colour: streamColour(stream), x: end.day, y: end.cutoff }]
  })
  const named = shown.flatMap(({ stream, published, simulated }): NamedPoint[] =>
    [...published, ...simulated].map(({ day, cutoff, date }) => ({
      x: day,
      y: cutoff,
      colour: streamColour(stream),
      text: `${t(`stream.${stream}`)} ${cutoff}, ${format.shortDate(date)}`,
    })),
  )
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        accessibilityLayer={false}
        margin={{ top: small ? 6 : 40, right: narrow ? 84 : 116, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis
          type="number"
          dataKey="day"
          domain={[from, to]}
          allowDataOverflow
          ticks={monthTicks(from, to, narrow ? 4 : 8)}
          tickFormatter={(day: Day) => format.month(formatDay(day))}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          height={small ? 8 : 28}
          tick={small ? false : undefined}
        />
        <YAxis
          type="number"
          domain={[axis.from, axis.to]}
          ticks={axis.ticks}
          tickLine={false}
          axisLine={false}
          width={40}
          interval={0}
        />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.text}
            x={mark.day}
            stroke={mark.strong ? 'var(--ink-soft)' : 'var(--line)'}
            strokeDasharray={mark.strong ? undefined : '2 3'}
          />
        ))}
        {shown.map((one) => (
          <Line
            key={`${one.stream}-published`}
            data={[...one.published]}
            dataKey="cutoff"
            type="linear"
            stroke={streamColour(one.stream)}
            strokeWidth={1.75}
            isAnimationActive={false}
            activeDot={false}
            dot={dotOf(one.stream, false)}
          />
        ))}
        {shown.map((one) => (
          <Line
            key={`${one.stream}-simulated`}
            data={[...joined(one, startDate ?? '')]}
            dataKey="cutoff"
            type="linear"
            stroke={streamColour(one.stream)}
            strokeWidth={1.75}
            strokeDasharray="4 3"
            isAnimationActive={false}
            activeDot={false}
            dot={dotOf(one.stream, true, startDate ?? '')}
          />
        ))}
        <ZIndexLayer zIndex={ABOVE_LINES}>
          {!small && <MarkTexts marks={marks} />}
          <EndLabels labels={ends.filter((end) => lastDay - end.x <= STALE_DAYS)} />
          <StaleLabels labels={ends.filter((end) => lastDay - end.x > STALE_DAYS)} />
          <NearestPoint points={named} />
        </ZIndexLayer>
      </LineChart>
    </ResponsiveContainer>
  )
}
