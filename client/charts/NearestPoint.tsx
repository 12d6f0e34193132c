import { type PointerEvent, useState } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'

import type { NamedPoint } from './cutoffLabels.ts'

/** Farther from the pointer than this, nothing is named. */
const REACH_PX = 40
const WIDTH_OF_A_LETTER_PX = 6.6

/** Names the point nearest to the pointer. What it says is in the data table too. */
export function NearestPoint({ points }: { points: readonly NamedPoint[] }) {
  const plot = usePlotArea()
  const scaleX = useXAxisScale()
  const scaleY = useYAxisScale()
  const [nearest, setNearest] = useState<NamedPoint | null>(null)
  if (!plot || !scaleX || !scaleY) return null

  const find = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const pointerX = plot.x + event.clientX - box.left
    const pointerY = plot.y + event.clientY - box.top
    let best: NamedPoint | null = null
    let bestPx = REACH_PX
    for (const point of points) {
      const px = Math.hypot((scaleX(point.x) ?? 0) - pointerX, (scaleY(point.y) ?? 0) - pointerY)
      if (px < bestPx) {
        best = point
        bestPx = px
      }
    }
    setNearest(best)
  }

  const x = nearest ? (scaleX(nearest.x) ?? 0) : 0
  const y = nearest ? (scaleY(nearest.y) ?? 0) : 0
  const width = (nearest?.text.length ?? 0) * WIDTH_OF_A_LETTER_PX + 12
  const left = Math.max(plot.x, Math.min(x - width / 2, plot.x + plot.width - width))
  const top = y - 34 < plot.y ? y + 12 : y - 34
  return (
    <g>
      {nearest && (
        <g pointerEvents="none">
          <circle cx={x} cy={y} r={8} fill="none" stroke={nearest.colour} strokeWidth={1.5} />
          <rect className="chart-tip" x={left} y={top} width={width} height={22} rx={4} />
          <text
            className="chart-label"
            x={left + width / 2}
            y={top + 11}
            dy="0.33em"
            textAnchor="middle"
            fill="var(--ink)"
          >
            {nearest.text}
          </text>
        </g>
      )}
      <rect
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height}
        fill="transparent"
        onPointerMove={find}
        onPointerLeave={() => setNearest(null)}
      />
    </g>
  )
}
