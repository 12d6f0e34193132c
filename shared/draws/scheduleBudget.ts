import { civilFromDay } from '../lib/day.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Budget } from '../schema/scenario.ts'
import type { ScheduledDraw } from './scheduleTurns.ts'

/** What one draw has to do with the budget of its year and stream. */
export interface BudgetPart {
  /** Its place among the draws of the plan; those after the end of the run come after all others. */
  slot: number
  /** Relative size of a draw of a cadence or round; 0 = the budget does not steer it. */
  weight: number
  /** Size of a listed or repeated draw, which the budget pays for but does not change. */
  fixed: number
}

/** A budget as a run meets it. */
export interface PlannedBudget {
  /** ITAs left when the run begins. */
  itas: number
  /** Every draw of its year and streams to the end of the year, in order, also after the end of the run. */
  parts: readonly BudgetPart[]
}

/** The ITAs a budget stands for: as they are, or persons by persons a principal applicant and the share of ITAs used. */
export function itasOfBudget({
  itas,
  persons = 0,
  personsPerPrincipalApplicant = 1,
  shareOfItasUsed = 1,
}: Budget): number {
  return itas ?? Math.round(persons / (personsPerPrincipalApplicant * shareOfItasUsed))
}

export const budgetCovers = (budget: Budget, year: number, stream: Stream): boolean =>
  budget.year === year && (budget.streams?.includes(stream) ?? true)

/**
 * What a budget has left when a run begins: listed and repeated draws are not yet taken off, draws published in the year
 * before the run are.
 *
 * @param from first day of the run
 */
export function budgetAtStart(budget: Budget, from: string, history: readonly PublishedDraw[]): number {
  const issued = history
    .filter(({ date, stream }) => date < from && budgetCovers(budget, Number(date.slice(0, 4)), stream))
    .reduce((sum, { size }) => sum + size, 0)
  return Math.max(0, itasOfBudget(budget) - issued)
}

/**
 * @param draws the run's, then those of the rest of the year
 * @param sizes of these draws before steering
 */
export function budgetParts(
  budget: Budget,
  draws: readonly ScheduledDraw[],
  sizes: readonly (number | undefined)[],
): BudgetPart[] {
  return draws.flatMap(({ day, stream, turn }, slot) => {
    if (!budgetCovers(budget, civilFromDay(day).year, stream)) return []
    const size = sizes[slot] ?? 0
    return [turn ? { slot, weight: size, fixed: 0 } : { slot, weight: 0, fixed: size }]
  })
}

/**
 * The size of a steered draw: of what the budget has left, listed draws to come set aside, its share by weight among the
 * steered draws to come. Whatever earlier draws did not issue is thus spread over the later ones, and the last one takes
 * the rest.
 *
 * @param invited ITAs of every earlier slot
 * @returns undefined when the budget does not steer the slot
 */
export function steeredSize(
  { itas, parts }: PlannedBudget,
  slot: number,
  invited: ArrayLike<number>,
): number | undefined {
  let left = itas
  let weight = 0
  let own = 0
  for (const part of parts) {
    if (part.slot < slot) left -= invited[part.slot]
    else {
      left -= part.fixed
      weight += part.weight
      if (part.slot === slot) own = part.weight
    }
  }
  if (own === 0) return undefined
  return Math.round(Math.max(0, left) * (own / weight))
}
