import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { type Day, formatDay } from '../../shared/lib/day.ts'
import type { PredictedDraw } from '../../shared/schema/backtest.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { Words } from '../i18n/words.ts'
import { MARK_ROW_PX, MarkTexts } from './ChartNotes.tsx'
import { withGaps } from './cutoffSeries.ts'
import { EndLabels } from './EndLabels.tsx'
import { FanIntervals } from './FanIntervals.tsx'
import { streamColour } from './markers.ts'
import { NearestPoint } from './NearestPoint.tsx'
import { recordEnds, recordTips } from './recordLabels.ts'
import { recordExtent, recordSeries } from './recordSeries.ts'
import { Sized } from './Sized.tsx'
import { Marker } from './StreamMark.tsx'
import type { TimeMark } from './timeMark.ts'
import { monthTicks } from './timeTicks.ts'
import { valueAxis } from './valueAxis.ts'
import './charts.css'

interface RecordPlotProps {
  /** Of one stream, oldest first; not empty. */
  draws: readonly PredictedDraw[]
  stream: Stream
  marks: readonly TimeMark[]
  words: Words
  narrow: boolean
}

const ABOVE_LINES = 1000
const LETTER_PX = 7.4
const LABEL_GAP_PX = 24
/** Days left free before the first draw and after the last, as a share of the time between them. */
const MARGIN_SHARE = 0.02

/** Actual cutoffs as a solid line, at each of them the bar of what was predicted, and the last cutoff known as a thin line. */
export function RecordPlot({ draws, stream, marks, words, narrow }: RecordPlotProps) {
  const { format } = words
  const series = recordSeries(draws, stream)
  const { actual, predicted, last } = series
  const [first, newest] = [actual[0].day, actual[actual.length - 1].day]
  const marginDays = Math.max(2, Math.round((newest - first) * MARGIN_SHARE))
  const [from, to] = [first - marginDays, newest + marginDays]
  const axis = valueAxis(...recordExtent(series), 6)
  const colour = streamColour(stream)
  const ends = narrow ? [] : recordEnds(series, words)
  const labelPx = Math.max(0, ...ends.map(({ text }) => text.length)) * LETTER_PX
  const line = { dataKey: 'cutoff', type: 'linear', isAnimationActive: false, activeDot: false } as const
  return (
    <Sized>
      {(size) => (
        <LineChart
          {...size}
          accessibilityLayer={false}
          margin={{
            top: marks.length > 0 ? MARK_ROW_PX + 6 : 6,
            right: ends.length > 0 ? labelPx + LABEL_GAP_PX : 8,
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
            height={28}
          />
          <YAxis
            type="number"
            domain={[axis.from, axis.to]}
            ticks={axis.ticks}
            tickLine={false}
            axisLine={false}
            width={40}
            interval={0}
            allowDataOverflow
          />
          {marks.map(({ day }) => (
            <ReferenceLine key={day} x={day} stroke="var(--ink-soft)" />
          ))}
          <Line {...line} type="stepBefore" data={withGaps(last)} stroke="var(--line)" strokeWidth={1} dot={false} />
          <Line
            {...line}
            data={withGaps(predicted.map(({ date, day, p50 }) => ({ date, day, cutoff: p50 })))}
            stroke={colour}
            strokeOpacity={0.7}
            strokeWidth={1.25}
            strokeDasharray="4 3"
            dot={false}
          />
          <FanIntervals points={predicted} colour={colour} narrow={narrow} alone />
          <ZIndexLayer zIndex={ABOVE_LINES}>
            <Line
              {...line}
              data={withGaps(actual)}
              stroke={colour}
              strokeWidth={1.75}
              dot={({ cx, cy, index, payload }) =>
                payload.cutoff === null ? (
                  <g key={index} />
                ) : (
                  <Marker key={index} stream={stream} x={cx} y={cy} small={narrow} />
                )
              }
            />
            <MarkTexts marks={marks} />
            <EndLabels labels={ends} />
            <NearestPoint points={recordTips(draws, words, narrow)} />
          </ZIndexLayer>
        </LineChart>
      )}
    </Sized>
  )
}
