import type { Day } from '../../shared/lib/day.ts'
import type { Words } from '../i18n/words.ts'
import type { CutoffPoint, CutoffSeries } from './cutoffSeries.ts'
import { streamColour } from './markers.ts'

/** A name beside the end of a line, in the units of the axes. */
export interface EndLabel {
  key: string
  text: string
  colour: string
  x: number
  y: number
}

/** A point that is named when the pointer is near. */
export interface NamedPoint {
  x: number
  y: number
  colour: string
  text: string
}

/** After this long without a draw a stream is named at its last point instead of in the column of labels. */
const STALE_DAYS = 200

/** Where a line ends; in a replay the published one may go on after the simulated one. */
function lastPoint({ published, simulated }: CutoffSeries): CutoffPoint | undefined {
  const real = published.at(-1)
  const own = simulated.at(-1)
  return real && (!own || real.day > own.day) ? real : own
}

/** The names of the lines: `current` ones with their last cutoff, `stale` ones, not drawn for long, without. */
export function endLabels(series: readonly CutoffSeries[], { t }: Words): { current: EndLabel[]; stale: EndLabel[] } {
  const lastDay: Day = Math.max(...series.map((one) => lastPoint(one)?.day ?? 0))
  const labels: { current: EndLabel[]; stale: EndLabel[] } = { current: [], stale: [] }
  for (const one of series) {
    const end = lastPoint(one)
    if (!end) continue
    const name = t(`stream.${one.stream}`)
    const place = { key: one.stream, colour: streamColour(one.stream), x: end.day, y: end.cutoff }
    if (lastDay - end.day > STALE_DAYS) labels.stale.push({ ...place, text: name })
    else labels.current.push({ ...place, text: `${name} ${end.cutoff}` })
  }
  return labels
}

/** Every point of every line with its stream, cutoff and date in words. */
export const namedPoints = (series: readonly CutoffSeries[], { t, format }: Words): NamedPoint[] =>
  series.flatMap(({ stream, published, simulated }) =>
    [...published, ...simulated].map(({ day, cutoff, date }) => ({
      x: day,
      y: cutoff,
      colour: streamColour(stream),
      text: `${t(`stream.${stream}`)} ${cutoff}, ${format.shortDate(date)}`,
    })),
  )
