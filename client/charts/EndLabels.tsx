import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { EndLabel } from './cutoffLabels.ts'
import { spreadLabels } from './spreadLabels.ts'

const LINE_HEIGHT_PX = 15
const OFFSET_PX = 12

/** Names of the lines beside their ends, in one column to the right of the last of them, moved apart where they would overlap. */
export function EndLabels({ labels }: { labels: readonly EndLabel[] }) {
  const plot = usePlotArea()
  const scaleX = useXAxisScale()
  const scaleY = useYAxisScale()
  if (!plot || !scaleX || !scaleY || labels.length === 0) return null
  const ends = labels.map((label) => ({ ...label, px: scaleX(label.x) ?? 0, py: scaleY(label.y) ?? 0 }))
  const column = Math.max(...ends.map((end) => end.px)) + OFFSET_PX
  const top = plot.y + LINE_HEIGHT_PX / 2
  const bottom = plot.y + plot.height - LINE_HEIGHT_PX / 2
  const places = spreadLabels(
    ends.map((end) => end.py),
    LINE_HEIGHT_PX,
    top,
    bottom,
  )
  return (
    <g>
      {ends.map(({ key, text, colour, px, py }, index) => (
        <g key={key}>
          <path
            d={`M${px + 5},${py}L${column - 3},${places[index]}`}
            stroke={colour}
            strokeWidth={0.75}
            opacity={0.6}
            fill="none"
          />
          <text className="chart-label" x={column} y={places[index]} dy="0.33em" fill={colour}>
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}
