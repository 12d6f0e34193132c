import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { FanPoint } from './fanSeries.ts'

/** Futures that all agree still leave a mark. */
const LEAST_HEIGHT_PX = 2

/** Bars that stand close leave the band between them to be seen. */
const MOST_OF_GAP = 0.4

/** The smallest distance between neighbours that stand apart, in pixels. */
const leastGap = (places: readonly number[]): number =>
  Math.min(...places.slice(1).flatMap((place, index) => (place > places[index] ? [place - places[index]] : [])))

interface FanIntervalsProps {
  points: readonly FanPoint[]
  colour: string
  narrow: boolean
  /** No band is drawn between the bars: they keep their width where they stand close. */
  alone?: boolean
}

/** A bar at each draw: light over 8 of 10 futures, dark over half of them, a stroke at the median. */
export function FanIntervals({ points, colour, narrow, alone = false }: FanIntervalsProps) {
  const plot = usePlotArea()
  const scaleX = useXAxisScale()
  const scaleY = useYAxisScale()
  if (!plot || !scaleX || !scaleY) return null
  const wantedPx = narrow ? 5 : 9
  const widthPx = alone
    ? wantedPx
    : Math.min(wantedPx, MOST_OF_GAP * leastGap(points.map(({ day }) => scaleX(day) ?? 0)))
  const bar = (x: number, low: number, high: number, opacity: number) => {
    const top = scaleY(high) ?? 0
    const height = Math.max(LEAST_HEIGHT_PX, (scaleY(low) ?? 0) - top)
    return <rect x={x - widthPx / 2} y={top} width={widthPx} height={height} fill={colour} fillOpacity={opacity} />
  }
  return (
    <g>
      {points.map(({ day, p10, p25, p50, p75, p90 }) => {
        const x = scaleX(day) ?? 0
        const y = scaleY(p50) ?? 0
        return (
          <g key={day}>
            {bar(x, p10, p90, 0.3)}
            {bar(x, p25, p75, 0.55)}
            <path d={`M${x - widthPx / 2 - 1},${y}h${widthPx + 2}`} stroke={colour} strokeWidth={2} />
          </g>
        )
      })}
    </g>
  )
}
