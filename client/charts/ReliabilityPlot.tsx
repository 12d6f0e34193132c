import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import type { FilledBin } from '../../shared/record/reliability.ts'
import type { Words } from '../i18n/words.ts'
import { Sized } from './Sized.tsx'
import './charts.css'

interface ReliabilityPlotProps {
  bins: readonly FilledBin[]
  colour: string
  words: Words
}

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1]
/** The radius of the dot with most statements and of one with hardly any; areas in between are proportional. */
const LARGEST_PX = 13
const SMALLEST_PX = 2.5
/** Figures stand on the side away from the diagonal, but below a dot only from this share on, clear of the axis. */
const ROOM_FROM = 0.1

/** What the charting library gives to a dot. */
interface DotProps {
  cx?: number
  cy?: number
  payload?: FilledBin
}

/** Stated chance from left to right, the share that came true upwards; on the diagonal they agree. */
export function ReliabilityPlot({ bins, colour, words }: ReliabilityPlotProps) {
  const { t, format } = words
  const most = Math.max(...bins.map(({ n }) => n))
  const axis = {
    type: 'number',
    domain: [0, 1],
    ticks: TICKS,
    tickFormatter: format.percent,
    tickLine: false,
    interval: 0,
  } as const
  return (
    <Sized>
      {(size) => (
        <ScatterChart {...size} accessibilityLayer={false} margin={{ top: 26, right: 24, bottom: 24, left: 4 }}>
          <CartesianGrid stroke="var(--line-soft)" />
          <XAxis
            {...axis}
            dataKey="predicted"
            height={28}
            axisLine={{ stroke: 'var(--line)' }}
            label={{ value: t('record.reliability.stated'), position: 'bottom', offset: 0 }}
          />
          <YAxis {...axis} dataKey="observed" width={52} axisLine={false} />
          <text className="chart-note" x={4} dy="0.9em">
            {t('record.reliability.observed')}
          </text>
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--ink-soft)"
            strokeDasharray="4 3"
          />
          <Scatter
            data={[...bins]}
            isAnimationActive={false}
            shape={({ cx = 0, cy = 0, payload }: DotProps) => {
              const { n = 0, predicted = 0, observed = 0 } = payload ?? {}
              const radius = Math.max(SMALLEST_PX, Math.sqrt(n / most) * LARGEST_PX)
              const isAbove = observed >= predicted || observed < ROOM_FROM
              return (
                <g>
                  <circle
                    cx={cx}
                    cy={cy}
                    r={radius}
                    fill={colour}
                    fillOpacity={0.35}
                    stroke={colour}
                    strokeWidth={1.5}
                  />
                  <text
                    className="chart-note"
                    x={cx}
                    y={isAbove ? cy - radius - 4 : cy + radius + 4}
                    dy={isAbove ? 0 : '0.7em'}
                    textAnchor="middle"
                  >
                    {format.integer(n)}
                  </text>
                </g>
              )
            }}
          />
        </ScatterChart>
      )}
    </Sized>
  )
}
