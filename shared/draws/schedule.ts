import { type Day, formatDay, parseDay } from '../lib/day.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { PlannedDraw, Schedule } from '../schema/scenario.ts'
import { type PlannedBudget, plannedBudget, steeredSize } from './scheduleBudget.ts'
import { datesOfSeed } from './scheduleDates.ts'
import { sizeOfDraw } from './scheduleSizes.ts'
import { pausesOf, type ScheduledDraw, scheduledDraws } from './scheduleTurns.ts'

/** Days of a run, both included, and the published draws a schedule may repeat, sample and count. */
export interface SchedulePeriod {
  from: string
  to: string
  history: readonly PublishedDraw[]
}

/** The draws of a run for one seed. Slot `i` is the same draw of the schedule for every seed; seeds differ in dates and sizes. */
export interface DrawPlan {
  /** In the order they are held; a steered one has the size it gets when all draws before it issue what they were to. */
  draws: readonly PlannedDraw[]
  budgets: readonly PlannedBudget[]
}

/** Last day a schedule must be known to: the end of the run, or of the last year with a budget. */
const lastDayToKnow = ({ budgets = [] }: Schedule, to: string): Day =>
  Math.max(parseDay(to), ...budgets.map(({ year }) => parseDay(`${year}-12-31`)))

function datesInRun(
  schedule: Schedule,
  draws: readonly ScheduledDraw[],
  period: SchedulePeriod,
  seed: string | undefined,
) {
  if (seed === undefined) return draws.map(({ day }) => day)
  const [first, last] = [parseDay(period.from), parseDay(period.to)]
  const isPaused = pausesOf(schedule)
  return datesOfSeed(draws, seed, ({ stream }, day) => day >= first && day <= last && !isPaused(stream, day))
}

function planOf(schedule: Schedule, period: SchedulePeriod, seed: string | undefined): DrawPlan {
  const { from, to, history } = period
  const known = scheduledDraws(schedule, parseDay(from), lastDayToKnow(schedule, to), history)
  const sizes = known.map((draw) => sizeOfDraw(draw, history, seed))
  const budgets = (schedule.budgets ?? []).map((budget) => plannedBudget(budget, known, sizes, from, history))
  const inRun = known.filter(({ day }) => day <= parseDay(to))
  const dates = datesInRun(schedule, inRun, period, seed)
  const issued: number[] = []
  const draws = inRun.map(({ stream, minimumScore }, slot): PlannedDraw => {
    const size = steeredByAny(budgets, slot, issued) ?? sizes[slot]
    issued.push(size ?? 0)
    return {
      date: formatDay(dates[slot]),
      stream,
      ...(size === undefined ? {} : { size }),
      ...(minimumScore === undefined ? {} : { minimumScore }),
    }
  })
  return { draws, budgets }
}

function steeredByAny(budgets: readonly PlannedBudget[], slot: number, invited: ArrayLike<number>): number | undefined {
  for (const budget of budgets) {
    const size = steeredSize(budget, slot, invited)
    if (size !== undefined) return size
  }
  return undefined
}

/** The slots of a schedule before any seed, see {@link scheduleSlots}, and its budgets. */
export const nominalPlan = (schedule: Schedule, period: SchedulePeriod): DrawPlan => planOf(schedule, period, undefined)

/**
 * The draws of a schedule on their nominal dates, with nominal sizes (the median where they are sampled), in the order they
 * are held: by date, then nominees, CEC, the others, then as listed. No seed changes their number or order.
 *
 * @throws InputError EE_SCENARIO when nothing was published in a range to sample sizes from
 */
export const scheduleSlots = (schedule: Schedule, period: SchedulePeriod): readonly PlannedDraw[] =>
  nominalPlan(schedule, period).draws

/** The same slots with a seed's dates and sizes, and the budgets that steer them (see {@link sizeAtDraw}). */
export const drawPlan = (schedule: Schedule, { seed, ...period }: SchedulePeriod & { seed: string }): DrawPlan =>
  planOf(schedule, period, seed)

/** The draws of {@link drawPlan}. */
export const plannedDraws = (schedule: Schedule, period: SchedulePeriod & { seed: string }): PlannedDraw[] => [
  ...drawPlan(schedule, period).draws,
]

/**
 * The size of a draw at the moment it is held: the planned one, unless a budget steers it and draws before it issued other
 * than planned.
 *
 * @param invited ITAs of every earlier slot of the plan
 * @returns undefined = no limit
 */
export const sizeAtDraw = (
  { draws, budgets }: DrawPlan,
  slot: number,
  invited: ArrayLike<number>,
): number | undefined => steeredByAny(budgets, slot, invited) ?? draws[slot].size
