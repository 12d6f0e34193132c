import { type Band, bandFloors, bands } from '../schema/common.ts'

/** Lowest score the filter tells apart; whoever scores less is counted with it. */
export const LOWEST_SCORE = 101
/** Highest score without a nomination. */
export const HIGHEST_CORE_SCORE = 600

const every = (from: number, before: number, step: number): number[] =>
  Array.from({ length: (before - from) / step }, (_, index) => from + index * step)

/**
 * Lowest score of each cell, ascending, and one past the last: fine where cutoffs of program draws lie, coarser where few
 * draws reach. Every published band is a whole number of cells.
 */
const cellEdges: readonly number[] = [
  101,
  201,
  251,
  ...every(301, 401, 10),
  ...every(401, 481, 5),
  ...every(481, 561, 2),
  ...every(561, 601, 5),
  601,
]

/** Number of cells. */
export const CELLS = cellEdges.length - 1
/** Lowest score of each cell, and how many scores it has. */
export const cellFloors: readonly number[] = cellEdges.slice(0, CELLS)
export const cellWidths: readonly number[] = cellFloors.map((floor, cell) => cellEdges[cell + 1] - floor)
/** Middle of each cell. */
export const cellMiddles: readonly number[] = cellFloors.map((floor, cell) => floor + (cellWidths[cell] - 1) / 2)

/** Scores between which inflow a day and point is linear. */
export const knots: readonly number[] = [
  150, 250, 301, 340, 370, 400, 420, 440, 460, 480, 490, 500, 510, 520, 530, 540, 560, 600,
]
export const KNOTS = knots.length

/** For each cell the knot to its left, and how much of the cell's persons a day one a point at either knot makes. */
export const leftKnot: Int32Array = Int32Array.from(cellMiddles, (middle) =>
  Math.min(
    KNOTS - 2,
    Math.max(
      0,
      knots.findLastIndex((knot) => knot <= middle),
    ),
  ),
)
const along = Float64Array.from(cellMiddles, (middle, cell) => {
  const left = knots[leftKnot[cell]]
  return Math.min(1, Math.max(0, (middle - left) / (knots[leftKnot[cell] + 1] - left)))
})
export const leftWeight: Float64Array = along.map((share, cell) => cellWidths[cell] * (1 - share))
export const rightWeight: Float64Array = along.map((share, cell) => cellWidths[cell] * share)

/** Cell of a score from 0 to 600. */
export const cellOfScore = (score: number): number =>
  Math.max(
    0,
    cellFloors.findLastIndex((floor) => floor <= score),
  )

/**
 * Share of a cell's people a draw with this cutoff invites: those above it, and half of those at it, whose tie-break is not
 * known beforehand.
 */
export const invitedShare = (cell: number, cutoff: number): number =>
  Math.min(1, Math.max(0, (cellEdges[cell + 1] - cutoff - 0.5) / cellWidths[cell]))

/** Published bands below 601 with the cells of each. */
export const bandCells: readonly { band: Band; cells: readonly number[] }[] = bands.slice(1).map((band, index) => {
  const [floor, above] = [bandFloors[index + 1], bandFloors[index]]
  const cells = [...cellFloors.keys()].filter((cell) => cellFloors[cell] >= floor && cellFloors[cell] < above)
  return { band, cells }
})

/** Correlation of places on the scale of scores: falls off exponentially with their distance. Row-major. */
export function correlations(
  scores: readonly number[],
  lengthPoints: number,
  falloff: (exponent: number) => number,
): Float64Array {
  const count = scores.length
  return Float64Array.from({ length: count * count }, (_, index) =>
    falloff(Math.abs(scores[Math.floor(index / count)] - scores[index % count]) / lengthPoints),
  )
}
