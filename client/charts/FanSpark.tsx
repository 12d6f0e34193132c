import type { FanPoint } from './fanSeries.ts'

const WIDTH = 120
const HEIGHT = 32
/** Room above and below, so that strokes are not cut. */
const PAD = 3

interface FanSparkProps {
  points: readonly FanPoint[]
  from: number
  to: number
  colour: string
}

/** A fan without axes, the size of a line of text; its numbers stand beside it. */
export function FanSpark({ points, from, to, colour }: FanSparkProps) {
  const low = Math.min(...points.map(({ p10 }) => p10))
  const high = Math.max(...points.map(({ p90 }) => p90))
  const x = (day: number) => PAD + ((day - from) / (to - from)) * (WIDTH - 2 * PAD)
  const y = (value: number) => HEIGHT - PAD - ((value - low) / Math.max(1, high - low)) * (HEIGHT - 2 * PAD)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none" aria-hidden="true">
      <path
        d={points.map(({ day, p50 }, index) => `${index === 0 ? 'M' : 'L'}${x(day)},${y(p50)}`).join('')}
        fill="none"
        stroke={colour}
        strokeWidth={1.25}
        vectorEffect="non-scaling-stroke"
      />
      {points.map(({ day, p10, p90 }) => (
        <path
          key={day}
          d={`M${x(day)},${y(p10) + 1}V${y(p90) - 1}`}
          stroke={colour}
          strokeOpacity={0.45}
          strokeWidth={4}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}
