import type { ResponseResult } from '../../../../shared/schema/instrument.ts'
import { streamColour } from '../../../charts/markers.ts'
import { Sized } from '../../../charts/Sized.tsx'
import { Marker } from '../../../charts/StreamMark.tsx'
import { linearScale } from '../../../charts/scales.ts'
import { valueAxis } from '../../../charts/valueAxis.ts'
import { useWords } from '../../../hooks/useWords.ts'
import '../../../charts/charts.css'

type ResponsePlotProps = Pick<ResponseResult, 'draw' | 'points'>

const MARGIN = { top: 12, right: 24, bottom: 40, left: 48 } as const
const PX_A_TICK = 100
const MOST_CUTOFF_TICKS = 5

/** Middle and spread of the cutoff by size; a picture only, its figures stand in the table. */
export function ResponsePlot({ draw, points }: ResponsePlotProps) {
  const { t, format } = useWords()
  const known = points.flatMap(({ size, cutoff }) => (cutoff ? [{ size, ...cutoff }] : []))
  if (known.length === 0) return null
  const colour = streamColour(draw.stream)
  const cutoffAxis = valueAxis(
    Math.min(...known.map(({ p10 }) => p10)),
    Math.max(...known.map(({ p90 }) => p90)),
    MOST_CUTOFF_TICKS,
  )
  return (
    <Sized>
      {({ width, height }) => {
        const [plotWidth, plotHeight] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom]
        const sizeAxis = valueAxis(
          0,
          Math.max(...known.map(({ size }) => size)),
          Math.max(2, Math.floor(plotWidth / PX_A_TICK)),
        )
        const [along, up] = [linearScale(sizeAxis), linearScale(cutoffAxis)]
        const x = (size: number) => MARGIN.left + along(size) * plotWidth
        const y = (cutoff: number) => MARGIN.top + (1 - up(cutoff)) * plotHeight
        const line = (name: 'p10' | 'p50' | 'p90', list = known) =>
          list.map((point) => `${x(point.size)},${y(point[name])}`)
        return (
          <svg width={width} height={height} aria-hidden="true" focusable="false">
            {cutoffAxis.ticks.map((tick) => (
              <g key={tick}>
                <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} stroke="var(--line-soft)" />
                <text className="chart-note" x={MARGIN.left - 6} y={y(tick)} dy="0.33em" textAnchor="end">
                  {format.integer(tick)}
                </text>
              </g>
            ))}
            {sizeAxis.ticks.map((tick) => (
              <text key={tick} className="chart-note" x={x(tick)} y={height - 24} textAnchor="middle">
                {format.integer(tick)}
              </text>
            ))}
            <text className="chart-note" x={width - MARGIN.right} y={height - 6} textAnchor="end">
              {t('lab.instruments.people')}
            </text>
            <polygon
              points={[...line('p10'), ...line('p90', known.toReversed())].join(' ')}
              fill={colour}
              opacity={0.18}
            />
            <polyline
              points={line('p50').join(' ')}
              fill="none"
              stroke={colour}
              strokeWidth={2}
              strokeDasharray="5 3"
            />
            {known.map(({ size, p50 }) => (
              <Marker key={size} stream={draw.stream} x={x(size)} y={y(p50)} hollow={size !== draw.size} />
            ))}
          </svg>
        )
      }}
    </Sized>
  )
}
