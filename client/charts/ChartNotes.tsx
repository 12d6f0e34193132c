import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { EndLabel } from './EndLabels.tsx'
import type { TimeMark } from './timeMark.ts'

const ROW_HEIGHT_PX = 17

/** What the vertical lines stand for, above the plot. */
export function MarkTexts({ marks }: { marks: readonly TimeMark[] }) {
  const plot = usePlotArea()
  const scaleX = useXAxisScale()
  if (!plot || !scaleX) return null
  const middle = plot.x + plot.width / 2
  return (
    <g>
      {marks.map((mark) => {
        const x = scaleX(mark.day) ?? 0
        const isLeft = x < middle
        return (
          <text
            key={mark.text}
            className="chart-note"
            x={x}
            y={plot.y - 6 - mark.row * ROW_HEIGHT_PX}
            textAnchor={isLeft ? 'start' : 'end'}
          >
            {mark.text}
          </text>
        )
      })}
    </g>
  )
}

/** Names of streams that have not been drawn for long, above their last point. */
export function StaleLabels({ labels }: { labels: readonly EndLabel[] }) {
  const scaleX = useXAxisScale()
  const scaleY = useYAxisScale()
  if (!scaleX || !scaleY) return null
  return (
    <g>
      {labels.map(({ key, text, colour, x, y }) => (
        <text
          key={key}
          className="chart-label"
          x={scaleX(x)}
          y={(scaleY(y) ?? 0) - 9}
          textAnchor="middle"
          fill={colour}
        >
          {text}
        </text>
      ))}
    </g>
  )
}
