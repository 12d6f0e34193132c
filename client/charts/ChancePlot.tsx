import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { type Day, formatDay, parseDay } from '../../shared/lib/day.ts'
import type { ChanceByDate } from '../../shared/schema/chance.ts'
import type { Words } from '../i18n/words.ts'
import { EndLabels } from './EndLabels.tsx'
import { NearestPoint } from './NearestPoint.tsx'
import { Sized } from './Sized.tsx'
import { monthTicks } from './timeTicks.ts'
import './charts.css'

interface ChancePlotProps {
  /** The day nothing has happened yet. */
  from: string
  byDate: readonly ChanceByDate[]
  /** What a date says when the pointer is near. */
  tip(point: ChanceByDate): string
  words: Words
  narrow: boolean
}

const COLOUR = 'var(--accent)'
const ABOVE_LINES = 1000
const TICKS = [0, 0.25, 0.5, 0.75, 1]
const LABEL_PX = 64

/** The chance of something having happened by each date: a dashed line, as all that is simulated, in its interval. */
export function ChancePlot({ from, byDate, tip, words, narrow }: ChancePlotProps) {
  const { format } = words
  const points = byDate.map((point) => ({ ...point, day: parseDay(point.date) }))
  const last = points.at(-1)
  if (!last) return null
  const start = { day: parseDay(from), probability: 0, low: 0, high: 0 }
  const data = [start, ...points]
  const end = { key: 'end', text: format.percent(last.probability), colour: COLOUR, x: last.day, y: last.probability }
  return (
    <Sized>
      {(size) => (
        <ComposedChart
          {...size}
          data={data}
          accessibilityLayer={false}
          margin={{ top: 10, right: LABEL_PX, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis
            type="number"
            dataKey="day"
            domain={[start.day, last.day]}
            ticks={monthTicks(start.day, last.day, narrow ? 4 : 7)}
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
            dataKey={({ low, high }: ChanceByDate) => [low, high]}
            type="linear"
            stroke="none"
            fill={COLOUR}
            fillOpacity={0.22}
            isAnimationActive={false}
            activeDot={false}
          />
          <Line
            dataKey="probability"
            type="linear"
            stroke={COLOUR}
            strokeWidth={1.75}
            strokeDasharray="4 3"
            dot={{ r: narrow ? 2 : 3, fill: 'var(--ground)', strokeDasharray: 'none' }}
            isAnimationActive={false}
            activeDot={false}
          />
          <ZIndexLayer zIndex={ABOVE_LINES}>
            <EndLabels labels={[end]} />
            <NearestPoint
              points={points.map((point) => ({ x: point.day, y: point.probability, colour: COLOUR, text: tip(point) }))}
            />
          </ZIndexLayer>
        </ComposedChart>
      )}
    </Sized>
  )
}
