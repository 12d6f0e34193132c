import { Area, AreaChart, CartesianGrid, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { type Day, formatDay, parseDay } from '../../shared/lib/day.ts'
import type { PoolPoint } from '../../shared/protocol/messages.ts'
import type { Words } from '../i18n/words.ts'
import { bandGroups, mergeBands } from './bandGroups.ts'
import { thinned } from './cutoffSeries.ts'
import { EndLabels } from './EndLabels.tsx'
import { Sized } from './Sized.tsx'
import { monthTicks } from './timeTicks.ts'
import { valueAxis } from './valueAxis.ts'
import './charts.css'

interface PoolPlotProps {
  points: readonly PoolPoint[]
  from: Day
  to: Day
  words: Words
  narrow: boolean
}

const ABOVE_AREAS = 1000
/** Lowest scores at the bottom of the stack. */
const upwards = [...bandGroups].reverse()

/** Middle of each band of the last point, where its name is written. */
function labelsOf(last: Record<string, number>, { t }: Words) {
  let below = 0
  return upwards.map((group) => {
    const middle = below + last[group] / 2
    below += last[group]
    return { key: group, text: t(`band.${group}`), colour: 'var(--ink)', x: last.day, y: middle }
  })
}

export function PoolPlot({ points, from, to, words, narrow }: PoolPlotProps) {
  const { format } = words
  const rows = thinned(points).map((point) => ({ day: parseDay(point.date), ...mergeBands(point.bands) }))
  const last = rows.at(-1)
  const axis = valueAxis(0, Math.max(1, ...points.map((point) => point.total)), 6)
  return (
    <Sized>
      {(size) => (
        <AreaChart {...size} data={rows} accessibilityLayer={false} margin={{ top: 8, right: 100, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis
            type="number"
            dataKey="day"
            domain={[from, to]}
            ticks={monthTicks(from, to, narrow ? 3 : 4)}
            tickFormatter={(day: Day) => format.month(formatDay(day))}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            height={28}
          />
          <YAxis
            tickFormatter={(people: number) => format.integer(people)}
            tickLine={false}
            axisLine={false}
            width={64}
            domain={[axis.from, axis.to]}
            ticks={axis.ticks}
            interval={0}
          />
          {upwards.map((group) => (
            <Area
              key={group}
              dataKey={group}
              stackId="pool"
              type="linear"
              fill={`var(--band-${group})`}
              fillOpacity={1}
              stroke="var(--ground)"
              strokeWidth={1}
              isAnimationActive={false}
              activeDot={false}
            />
          ))}
          {last && rows.length === 1 && <ReferenceLine x={last.day} stroke="var(--line)" />}
          <ZIndexLayer zIndex={ABOVE_AREAS}>{last && <EndLabels labels={labelsOf(last, words)} />}</ZIndexLayer>
        </AreaChart>
      )}
    </Sized>
  )
}
