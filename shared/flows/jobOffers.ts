import { exponential } from '../lib/portableMath.ts'
import { baseGroups } from '../pool/baseGroups.ts'
import type { FlowAssumptions } from './assumptions.ts'

import {
  CELLS,
  cellFloors,
  cellMiddles,
  cellWidths,
  HIGHEST_CORE_SCORE,
  KNOTS,
  knots,
  LOWEST_SCORE,
} from './scoreCells.ts'

/** Share of a group's people with a score who have an offer of employment that gives points. */
function shareWithOffer(score: number, group: number | 'category', { jobOffers }: FlowAssumptions): number {
  const { shareBelow, shareAbove, middleScore, widthPoints, ofGroup } = jobOffers
  const rise = 1 / (1 + exponential(-(score - middleScore) / widthPoints))
  return (shareBelow + (shareAbove - shareBelow) * rise) * ofGroup[group === 'category' ? group : baseGroups[group]]
}

/** The people of a group by cell after offers ceased to give points: those who had one stand so many points lower. */
export function stockWithoutOffers(
  stock: Float64Array,
  group: number | 'category',
  assumptions: FlowAssumptions,
): Float64Array {
  const { points } = assumptions.jobOffers
  const after = stock.slice()
  for (let cell = 0; cell < CELLS; cell++) {
    const moving = stock[cell] * shareWithOffer(cellMiddles[cell], group, assumptions)
    const from = cellFloors[cell] - points
    if (from < LOWEST_SCORE) continue
    after[cell] -= moving
    for (let below = 0; below <= cell; below++) {
      const overlap =
        Math.min(from + cellWidths[cell], cellFloors[below] + cellWidths[below]) - Math.max(from, cellFloors[below])
      if (overlap > 0) after[below] += (moving * overlap) / cellWidths[cell]
    }
  }
  return after
}

/** Inflow a day and point at a score between knots. */
function inflowAt(inflow: Float64Array, score: number): number {
  const left = Math.min(
    KNOTS - 2,
    Math.max(
      0,
      knots.findLastIndex((knot) => knot <= score),
    ),
  )
  const along = Math.min(1, Math.max(0, (score - knots[left]) / (knots[left + 1] - knots[left])))
  return inflow[left] * (1 - along) + inflow[left + 1] * along
}

/** The inflow of a group at the knots after offers ceased to give points. */
export function inflowWithoutOffers(
  inflow: Float64Array,
  group: number | 'category',
  assumptions: FlowAssumptions,
): Float64Array {
  const { points } = assumptions.jobOffers
  return inflow.map((rate, knot) => {
    const from = knots[knot] + points
    const staying = rate * (1 - shareWithOffer(knots[knot], group, assumptions))
    const coming = from > HIGHEST_CORE_SCORE ? 0 : inflowAt(inflow, from) * shareWithOffer(from, group, assumptions)
    return staying + coming
  })
}
