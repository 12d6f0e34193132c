import { useChartWidth, usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { EndLabel } from './cutoffLabels.ts'
import type { TimeMark } from './timeMark.ts'

/** Height of a row of texts above the plot. */
export const MARK_ROW_PX = 17
const NOTE_LETTER_PX = 6.5

/** What the vertical lines stand for, above the plot, towards its middle and never beyond its edges. */
export function MarkTexts({ marks }: { marks: readonly TimeMark[] }) {
  const plot = usePlotArea()
  const chartWidth = useChartWidth()
  const scaleX = useXAxisScale()
  if (!plot || !scaleX || chartWidth === undefined) return null
  return (
    <g>
      {marks.map(({ day, text, row }) => {
        const x = scaleX(day) ?? 0
        const width = text.length * NOTE_LETTER_PX
        const isAfter = x < plot.x + plot.width / 2 ? x + width <= chartWidth : x - width < 0
        return (
          <text
            key={day}
            className="chart-note"
            x={isAfter ? Math.min(x, chartWidth - width) : x}
            y={plot.y - 6 - row * MARK_ROW_PX}
            textAnchor={isAfter ? 'start' : 'end'}
          >
            {text}
          </text>
        )
      })}
    </g>
  )
}

const LETTER_PX = 7.2
const ABOVE_POINT_PX = 13

interface PlacedLabel extends EndLabel {
  px: number
  py: number
}

/** Moves each label up until it is clear of those placed before it. */
function placed(labels: readonly PlacedLabel[]): PlacedLabel[] {
  const done: PlacedLabel[] = []
  for (const label of labels.toSorted((a, b) => b.py - a.py)) {
    const isTaken = (py: number) =>
      done.some(
        (other) =>
          Math.abs(other.py - py) < MARK_ROW_PX &&
          Math.abs(other.px - label.px) < ((other.text.length + label.text.length) * LETTER_PX) / 2,
      )
    let py = label.py
    while (isTaken(py)) py -= 2
    done.push({ ...label, py })
  }
  return done
}

/** Names of streams that have not been drawn for long, above their last point. */
export function StaleLabels({ labels }: { labels: readonly EndLabel[] }) {
  const plot = usePlotArea()
  const scaleX = useXAxisScale()
  const scaleY = useYAxisScale()
  if (!plot || !scaleX || !scaleY) return null
  const wanted = labels.map((label) => ({
    ...label,
    px: Math.max(scaleX(label.x) ?? 0, plot.x + (label.text.length * LETTER_PX) / 2),
    py: (scaleY(label.y) ?? 0) - ABOVE_POINT_PX,
  }))
  return (
    <g>
      {placed(wanted).map(({ key, text, colour, px, py }) => (
        <text key={key} className="chart-label" x={px} y={py} textAnchor="middle" fill={colour}>
          {text}
        </text>
      ))}
    </g>
  )
}
