import { formatDay, parseDay } from '../../../../shared/lib/day.ts'
import type { Stream } from '../../../../shared/schema/common.ts'
import type { Paired } from '../../../../shared/schema/comparison.ts'
import { streamColour } from '../../../charts/markers.ts'
import { Sized } from '../../../charts/Sized.tsx'
import { Marker } from '../../../charts/StreamMark.tsx'
import { linearScale } from '../../../charts/scales.ts'
import { monthTicks } from '../../../charts/timeTicks.ts'
import { valueAxis } from '../../../charts/valueAxis.ts'
import { useWords } from '../../../hooks/useWords.ts'
import '../../../charts/charts.css'

interface DifferencePlotProps {
  stream: Stream
  draws: readonly { date: string; cutoff: Paired }[]
}

const MARGIN = { top: 12, right: 16, bottom: 24, left: 44 } as const
const PX_A_TICK = 90

/** Differences by date around a line of no difference; a picture only, its figures stand in the table. */
export function DifferencePlot({ stream, draws }: DifferencePlotProps) {
  const { t, format } = useWords()
  const days = draws.map(({ date }) => parseDay(date))
  const [from, to] = [Math.min(...days), Math.max(...days, Math.min(...days) + 1)]
  const bounds = draws.flatMap(({ cutoff: { difference } }) => [
    difference.low ?? difference.mean,
    difference.high ?? difference.mean,
  ])
  const axis = valueAxis(Math.min(0, ...bounds), Math.max(0, ...bounds), 6)
  const colour = streamColour(stream)
  return (
    <Sized>
      {({ width, height }) => {
        const [plotWidth, plotHeight] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom]
        const along = linearScale({ from, to })
        const up = linearScale(axis)
        const x = (day: number) => MARGIN.left + along(day) * plotWidth
        const y = (value: number) => MARGIN.top + (1 - up(value)) * plotHeight
        return (
          <svg width={width} height={height} aria-hidden="true" focusable="false">
            {axis.ticks.map((tick) => (
              <g key={tick}>
                <line
                  x1={MARGIN.left}
                  x2={width - MARGIN.right}
                  y1={y(tick)}
                  y2={y(tick)}
                  stroke={tick === 0 ? 'var(--ink-soft)' : 'var(--line-soft)'}
                />
                <text className="chart-note" x={MARGIN.left - 6} y={y(tick)} dy="0.33em" textAnchor="end">
                  {format.signed(tick)}
                </text>
              </g>
            ))}
            {monthTicks(from, to, Math.max(2, Math.floor(plotWidth / PX_A_TICK))).map((day) => (
              <text key={day} className="chart-note" x={x(day)} y={height - 6} textAnchor="middle">
                {format.month(formatDay(day))}
              </text>
            ))}
            {draws.map(({ date, cutoff: { difference } }, index) => {
              const { mean, low, high } = difference
              return (
                <g key={`${date} ${days[index]}`}>
                  {low !== null && high !== null && (
                    <line
                      x1={x(days[index])}
                      x2={x(days[index])}
                      y1={y(low)}
                      y2={y(high)}
                      stroke={colour}
                      strokeWidth={4}
                      opacity={0.4}
                    />
                  )}
                  <Marker stream={stream} x={x(days[index])} y={y(mean)} hollow />
                </g>
              )
            })}
            <text className="chart-note" x={MARGIN.left + 4} y={MARGIN.top} dy="0.33em">
              {t('lab.compare.draws.axis')}
            </text>
          </svg>
        )
      }}
    </Sized>
  )
}
