import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { type Day, formatDay, parseDay } from '../../shared/lib/day.ts'
import type { ChanceByDate } from '../../shared/schema/chance.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { Words } from '../i18n/words.ts'
import type { ChanceLine } from './chanceLines.ts'
import { EndLabels } from './EndLabels.tsx'
import { NearestPoint } from './NearestPoint.tsx'
import { Sized } from './Sized.tsx'
import { Marker } from './StreamMark.tsx'
import { monthTicks } from './timeTicks.ts'
import './charts.css'

interface ChancePlotProps {
  /** The day nothing has happened yet. */
  from: string
  /** The first is the one in question: drawn stronger, in its interval. */
  lines: readonly ChanceLine[]
  /** What a date of a line says when the pointer is near. */
  tip(line: ChanceLine, point: ChanceByDate): string
  words: Words
  narrow: boolean
}

const ABOVE_LINES = 1000
const TICKS = [0, 0.25, 0.5, 0.75, 1]
const LETTER_PX = 7.4
const LABEL_GAP_PX = 28

/** A point of a line on the chart. */
interface Point extends Omit<ChanceByDate, 'date'> {
  day: Day
}

const pointsOf = (byDate: readonly ChanceByDate[], start: Point): Point[] => [
  start,
  ...byDate.map((point) => ({ ...point, day: parseDay(point.date) })),
]

/** The chance of something having happened by each date: dashed lines, as all that is simulated, the first in its interval. */
export function ChancePlot({ from, lines, tip, words, narrow }: ChancePlotProps) {
  const { format } = words
  const [main] = lines
  const last = main?.byDate.at(-1)
  if (!main || !last) return null
  const start: Point = { day: parseDay(from), probability: 0, low: 0, high: 0 }
  const lastDay = parseDay(last.date)
  const labels = lines.flatMap(({ key, name, colour, byDate }) => {
    const end = byDate.at(-1)
    const share = end && format.percent(end.probability)
    // On a phone the names stand below the chart.
    const text = narrow ? share : `${name} ${share}`
    return end && text ? [{ key, text, colour, x: lastDay, y: end.probability }] : []
  })
  const labelPx = LETTER_PX * Math.max(...labels.map(({ text }) => text.length)) + LABEL_GAP_PX
  const tips = lines.flatMap((line) =>
    line.byDate.map((point) => ({
      x: parseDay(point.date),
      y: point.probability,
      colour: line.colour,
      text: tip(line, point),
    })),
  )
  return (
    <Sized>
      {(size) => (
        <ComposedChart {...size} accessibilityLayer={false} margin={{ top: 10, right: labelPx, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis
            type="number"
            dataKey="day"
            domain={[start.day, lastDay]}
            allowDuplicatedCategory={false}
            ticks={monthTicks(start.day, lastDay, narrow ? 4 : 7)}
            tickFormatter={(day: Day) => format.month(formatDay(day))}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            height={28}
          />
          <YAxis
            type="number"
            domain={[0, 1]}
            ticks={TICKS}
            tickFormatter={format.percent}
            tickLine={false}
            axisLine={false}
            width={56}
            interval={0}
          />
          <Area
            data={pointsOf(main.byDate, start)}
            dataKey={({ low, high }: Point) => [low, high]}
            type="linear"
            stroke="none"
            fill={main.colour}
            fillOpacity={0.22}
            isAnimationActive={false}
            activeDot={false}
          />
          {lines.toReversed().map((line) => (
            <Line
              key={line.key}
              data={pointsOf(line.byDate, start)}
              dataKey="probability"
              type="linear"
              stroke={line.colour}
              strokeWidth={line === main ? 1.75 : 1.25}
              strokeDasharray="4 3"
              dot={dotOf(line.stream, narrow)}
              isAnimationActive={false}
              activeDot={false}
            />
          ))}
          <ZIndexLayer zIndex={ABOVE_LINES}>
            <EndLabels labels={labels} />
            <NearestPoint points={tips} />
          </ZIndexLayer>
        </ComposedChart>
      )}
    </Sized>
  )
}

/** The hollow marker of a stream, or a dot. */
function dotOf(stream: Stream | undefined, narrow: boolean) {
  if (!stream) return { r: narrow ? 2 : 3, fill: 'var(--ground)', strokeDasharray: 'none' }
  return ({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) => (
    <g key={index}>{index !== 0 && <Marker stream={stream} x={cx} y={cy} hollow small={narrow} />}</g>
  )
}
