import {
  CartesianGrid,
  type DotItemDotProps,
  Line,
  LineChart,
  ReferenceLine,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import { type Day, formatDay } from '../../shared/lib/day.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { Words } from '../i18n/words.ts'
import { MARK_ROW_PX, MarkTexts, StaleLabels } from './ChartNotes.tsx'
import { endLabels, namedPoints } from './cutoffLabels.ts'
import { type CutoffSeries, joined, withGaps } from './cutoffSeries.ts'
import { EndLabels } from './EndLabels.tsx'
import { streamColour } from './markers.ts'
import { NearestPoint } from './NearestPoint.tsx'
import { Sized } from './Sized.tsx'
import { Marker } from './StreamMark.tsx'
import type { TimeMark } from './timeMark.ts'
import { monthTicks } from './timeTicks.ts'
import { valueAxis } from './valueAxis.ts'
import './charts.css'

interface CutoffPlotProps {
  series: readonly CutoffSeries[]
  from: Day
  to: Day
  startDate: string
  marks: readonly TimeMark[]
  words: Words
  narrow: boolean
  /** Letters of the longest name at a line's end; the same for panels that share their days. */
  labelLetters: number
  /** A small panel has few ticks and leaves the dates to the one above or below. */
  small?: boolean
}

const ABOVE_LINES = 1000
/** Room to the right for the names of the lines. */
const LETTER_PX = 7.4
const LABEL_GAP_PX = 22

const markRows = (marks: readonly TimeMark[]): number => Math.max(0, ...marks.map((mark) => mark.row + 1))

/** Draws the points of a line; the published one in front of a simulated line already has its marker. */
const dotOf =
  (stream: Stream, hollow: boolean, isSmall: boolean, firstDay: Day = 0) =>
  ({ cx, cy, index, payload }: DotItemDotProps) =>
    payload.cutoff === null || payload.day < firstDay ? (
      <g key={index} />
    ) : (
      <Marker key={index} stream={stream} x={cx} y={cy} hollow={hollow} small={isSmall} />
    )

export function CutoffPlot({
  series,
  from,
  to,
  startDate,
  marks,
  words,
  narrow,
  labelLetters,
  small = false,
}: CutoffPlotProps) {
  const { format } = words
  const shown = series.filter(({ published, simulated }) => published.length + simulated.length > 0)
  if (shown.length === 0) return null
  const values = shown.flatMap(({ published, simulated }) => [...published, ...simulated].map((point) => point.cutoff))
  const axis = valueAxis(Math.min(...values), Math.max(...values), small ? 3 : 6)
  const labels = endLabels(shown, words)
  return (
    <Sized>
      {(size) => (
        <LineChart
          {...size}
          accessibilityLayer={false}
          margin={{
            top: small ? 6 : markRows(marks) * MARK_ROW_PX + 6,
            right: labelLetters * LETTER_PX + LABEL_GAP_PX,
            bottom: 0,
            left: 0,
          }}
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis
            type="number"
            dataKey="day"
            domain={[from, to]}
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
              key={`${mark.day}`}
              x={mark.day}
              stroke={mark.strong ? 'var(--ink-soft)' : 'var(--line)'}
              strokeDasharray={mark.strong ? undefined : '2 3'}
            />
          ))}
          {shown.map((one) => (
            <Line
              key={`${one.stream}-published`}
              data={withGaps(one.published)}
              dataKey="cutoff"
              type="linear"
              stroke={streamColour(one.stream)}
              strokeWidth={1.75}
              isAnimationActive={false}
              activeDot={false}
              dot={dotOf(one.stream, false, narrow)}
            />
          ))}
          {shown.map((one) => (
            <Line
              key={`${one.stream}-simulated`}
              data={withGaps(joined(one, startDate))}
              dataKey="cutoff"
              type="linear"
              stroke={streamColour(one.stream)}
              strokeWidth={1.75}
              strokeDasharray="4 3"
              isAnimationActive={false}
              activeDot={false}
              dot={dotOf(one.stream, true, narrow, one.simulated[0]?.day)}
            />
          ))}
          <ZIndexLayer zIndex={ABOVE_LINES}>
            {!small && <MarkTexts marks={marks} />}
            <EndLabels labels={labels.current} />
            {!narrow && <StaleLabels labels={labels.stale} />}
            <NearestPoint points={namedPoints(shown, words)} />
          </ZIndexLayer>
        </LineChart>
      )}
    </Sized>
  )
}
