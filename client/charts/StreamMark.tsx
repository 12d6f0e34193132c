import type { Stream } from '../../shared/schema/common.ts'
import { markerPaths, streamColour } from './markers.ts'

interface MarkerProps {
  stream: Stream
  x?: number
  y?: number
  /** Filled = published, hollow = simulated. */
  hollow?: boolean
  /** Smaller on a phone, where draws stand close together. */
  small?: boolean
}

/** The marker of a stream inside a chart. */
export function Marker({ stream, x = 0, y = 0, hollow = false, small = false }: MarkerProps) {
  const colour = streamColour(stream)
  return (
    <path
      d={markerPaths[stream]}
      transform={`translate(${x},${y}) scale(${small ? 0.55 : 0.85})`}
      fill={hollow ? 'var(--ground)' : colour}
      stroke={colour}
      strokeWidth={1.6}
    />
  )
}

/** The marker of a stream inside a line of text; its name stands beside it. */
export function StreamMark({ stream }: { stream: Stream }) {
  return (
    <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
      <path d={markerPaths[stream]} fill={streamColour(stream)} />
    </svg>
  )
}
