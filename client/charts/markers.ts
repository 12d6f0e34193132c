import type { Stream } from '../../shared/schema/common.ts'

/** SVG paths of the markers, centred on 0,0 and about 10 units wide, so that they weigh the same on a chart. */
const shapes = {
  circle: 'M-4,0A4,4 0 1,1 4,0A4,4 0 1,1 -4,0Z',
  square: 'M-3.6,-3.6H3.6V3.6H-3.6Z',
  diamond: 'M0,-5.2L5.2,0L0,5.2L-5.2,0Z',
  triangle: 'M0,-4.8L4.8,3.6H-4.8Z',
  cross: 'M-1.6,-4.8H1.6V-1.6H4.8V1.6H1.6V4.8H-1.6V1.6H-4.8V-1.6H-1.6Z',
  triangleDown: 'M0,4.8L4.8,-3.6H-4.8Z',
  star: 'M0,-5.4L1.5,-1.7L5.2,-1.6L2.3,0.8L3.3,4.5L0,2.4L-3.3,4.5L-2.3,0.8L-5.2,-1.6L-1.5,-1.7Z',
  hexagon: 'M0,-4.8L4.2,-2.4V2.4L0,4.8L-4.2,2.4V-2.4Z',
  saltire: 'M-4.6,-2.4L-2.4,-4.6L0,-2.2L2.4,-4.6L4.6,-2.4L2.2,0L4.6,2.4L2.4,4.6L0,2.2L-2.4,4.6L-4.6,2.4L-2.2,0Z',
  pentagon: 'M0,-4.8L4.6,-1.5L2.8,4H-2.8L-4.6,-1.5Z',
  bar: 'M-5,-2H5V2H-5Z',
  column: 'M-2,-5H2V5H-2Z',
  bowTie: 'M-4.6,-4L4.6,4V-4L-4.6,4Z',
  hourglass: 'M-4,-4.6H4L-4,4.6H4Z',
  halfMoon: 'M-4.8,2.4A4.8,4.8 0 0,1 4.8,2.4Z',
  chevron: 'M-4.8,3.6L0,-4.8L4.8,3.6L0,1Z',
} as const

/**
 * One marker per stream, the same on every page. With the colours `--stream-*` of `ui/tokens.css` every stream is told
 * apart twice, so colour is never alone.
 */
export const markerPaths: Readonly<Record<Stream, string>> = {
  general: shapes.circle,
  cec: shapes.square,
  pnp: shapes.diamond,
  french: shapes.triangle,
  healthcare: shapes.cross,
  stem: shapes.star,
  trades: shapes.triangleDown,
  transport: shapes.hexagon,
  agriculture: shapes.halfMoon,
  education: shapes.pentagon,
  physicians: shapes.saltire,
  'senior-managers': shapes.bowTie,
  researchers: shapes.hourglass,
  military: shapes.chevron,
  fsw: shapes.bar,
  fst: shapes.column,
}

/** Every stream, in the order of their markers; apart from the schemas, which pages need not load. */
export const streamNames = Object.keys(markerPaths) as readonly Stream[]

export const streamColour = (stream: Stream): string => `var(--stream-${stream})`
