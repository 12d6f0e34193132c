import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { type Day, formatDay } from '../../shared/lib/day.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { Words } from '../i18n/words.ts'
import { MARK_ROW_PX, MarkTexts } from './ChartNotes.tsx'
import { EndLabels } from './EndLabels.tsx'
import { FanIntervals } from './FanIntervals.tsx'
import { fanEnds, fanTips } from './fanLabels.ts'
import { extentOf, type FanPoint, type FanSeries, lastKnown } from './fanSeries.ts'
import { NearestPoint } from './NearestPoint.tsx'
import { Sized } from './Sized.tsx'
import { Marker } from './StreamMark.tsx'
import type { TimeMark } from './timeMark.ts'
import { monthTicks } from './timeTicks.ts'
import { valueAxis } from './valueAxis.ts'
import './charts.css'

interface FanPlotProps {
  series: FanSeries
  from: Day
  to: Day
  marks: readonly TimeMark[]
  colour: string
  /** A draw a value, with a bar at each and its stream's marker where published; without, values looked at regularly. */
  stream?: Stream
  words: Words
  narrow: boolean
}

const ABOVE_LINES = 1000
const RIGHT_PX = 20
const LETTER_PX = 7.4
/** The darker band lies on the lighter one; behind the bars of draws both are fainter. */
const bands = [
  { key: 'most', opacity: 0.22, range: ({ p10, p90 }: FanPoint) => [p10, p90] },
  { key: 'half', opacity: 0.4, range: ({ p25, p75 }: FanPoint) => [p25, p75] },
] as const

const markRows = (marks: readonly TimeMark[]): number => Math.max(0, ...marks.map((mark) => mark.row + 1))
const lettersOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length))

/** Published values as a line, then the futures: a dashed median in two bands, and the last published value as a thin line. */
export function FanPlot({ series, from, to, marks, colour, stream, words, narrow }: FanPlotProps) {
  if (series.published.length + series.simulated.length === 0) return null
  const unit = stream ? 'points' : 'people'
  const ends = fanEnds(series, unit, colour, words)
  const margin = {
    top: markRows(marks) * MARK_ROW_PX + 6,
    right: lettersOf(ends.map(({ text }) => text)) * LETTER_PX + RIGHT_PX,
    bottom: 0,
    left: 0,
  }
  return (
    <Sized>
      {(size) => (
        <ComposedChart {...size} accessibilityLayer={false} margin={margin}>
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <Axes series={series} from={from} to={to} words={words} narrow={narrow} />
          <References series={series} marks={marks} to={to} />
          {bands.map(({ key, opacity, range }) => (
            <Area
              key={key}
              data={[...series.simulated]}
              dataKey={range}
              type="linear"
              stroke="none"
              fill={colour}
              fillOpacity={stream ? opacity / 2 : opacity}
              isAnimationActive={false}
              activeDot={false}
            />
          ))}
          <Lines series={series} colour={colour} stream={stream} narrow={narrow} />
          <ZIndexLayer zIndex={ABOVE_LINES}>
            {stream && <FanIntervals points={series.simulated} colour={colour} narrow={narrow} />}
            <MarkTexts marks={marks} />
            <EndLabels labels={ends} />
            <NearestPoint points={fanTips(series, unit, colour, words, narrow)} />
          </ZIndexLayer>
        </ComposedChart>
      )}
    </Sized>
  )
}

function Axes({ series, from, to, words, narrow }: Pick<FanPlotProps, 'series' | 'from' | 'to' | 'words' | 'narrow'>) {
  const { format } = words
  const axis = valueAxis(...extentOf(series), 6)
  const width = lettersOf(axis.ticks.map(format.integer)) * LETTER_PX + 16
  return (
    <>
      <XAxis
        type="number"
        dataKey="day"
        domain={[from, to]}
        ticks={monthTicks(from, to, narrow ? 3 : 8)}
        tickFormatter={(day: Day) => format.month(formatDay(day))}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        height={28}
      />
      <YAxis
        type="number"
        domain={[axis.from, axis.to]}
        ticks={axis.ticks}
        tickFormatter={(value: number) => format.integer(value)}
        tickLine={false}
        axisLine={false}
        width={width}
        interval={0}
      />
    </>
  )
}

/** Where the futures begin, and the last published value carried on for comparison. */
function References({ series, marks, to }: Pick<FanPlotProps, 'series' | 'marks' | 'to'>) {
  const known = lastKnown(series)
  const level = known && { from: { x: known.day, y: known.value }, to: { x: to, y: known.value } }
  return (
    <>
      {marks.map((mark) => (
        <ReferenceLine
          key={mark.day}
          x={mark.day}
          stroke={mark.strong ? 'var(--ink-soft)' : 'var(--line)'}
          strokeDasharray={mark.strong ? undefined : '2 3'}
        />
      ))}
      {level && <ReferenceLine segment={[level.from, level.to]} stroke="var(--line)" strokeWidth={1} />}
    </>
  )
}

/** The median, led by the last published point so that the dashed line starts where the solid one ends. */
function medianOf(series: FanSeries): { day: Day; value: number }[] {
  const before = lastKnown(series)
  const medians = series.simulated.map(({ day, p50 }) => ({ day, value: p50 }))
  return before && medians.length > 0 ? [before, ...medians] : medians
}

function Lines({ series, colour, stream, narrow }: Pick<FanPlotProps, 'series' | 'colour' | 'stream' | 'narrow'>) {
  const common = {
    dataKey: 'value',
    type: 'linear',
    stroke: colour,
    isAnimationActive: false,
    activeDot: false,
  } as const
  const plainDot = { r: narrow ? 1.5 : 2.5, fill: colour, strokeWidth: 0 }
  return (
    <>
      <Line {...common} data={medianOf(series)} strokeWidth={1.5} strokeDasharray="4 3" dot={false} />
      <Line
        {...common}
        data={[...series.published]}
        strokeWidth={1.75}
        dot={
          stream ? ({ cx, cy, index }) => <Marker key={index} stream={stream} x={cx} y={cy} small={narrow} /> : plainDot
        }
      />
    </>
  )
}
