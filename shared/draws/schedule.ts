import { type Day, formatDay, parseDay } from '../lib/day.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { PlannedDraw, Schedule } from '../schema/scenario.ts'
import { budgetAtStart, budgetParts, type PlannedBudget, steeredSize } from './scheduleBudget.ts'
import { datesOfSeed, type MayHold } from './scheduleDates.ts'
import { sizeChoice, sizeOfDraw } from './scheduleSizes.ts'
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

function steeredByAny(budgets: readonly PlannedBudget[], slot: number, invited: ArrayLike<number>): number | undefined {
  for (const budget of budgets) {
    const size = steeredSize(budget, slot, invited)
    if (size !== undefined) return size
  }
  return undefined
}

/** The sizes of a run's draws as they are when each issues what it was to. */
function sizesInRun(sizes: readonly (number | undefined)[], budgets: readonly PlannedBudget[]) {
  const issued: number[] = []
  return sizes.map((own, slot) => {
    const size = steeredByAny(budgets, slot, issued) ?? own
    issued.push(size ?? 0)
    return size
  })
}

/** A planned draw without the fields it does not have. */
const plannedDraw = (day: Day, { stream, minimumScore }: ScheduledDraw, size: number | undefined): PlannedDraw => ({
  date: formatDay(day),
  stream,
  ...(size === undefined ? {} : { size }),
  ...(minimumScore === undefined ? {} : { minimumScore }),
})

/** Plans the draws of one seed, the nominal ones without a seed. */
export type DrawPlanner = (seed?: string) => DrawPlan

/**
 * Prepares all that the seeds of a schedule have in common.
 *
 * Without a seed draws are on their nominal dates, with nominal sizes (the median where they are sampled). The slots are in
 * the order they are held: by date, then nominees, CEC, the others, then as listed. No seed changes their number or order.
 *
 * @throws InputError EE_SCENARIO when nothing was published in a range to sample sizes from
 * @example
 * const plan = drawPlanner(schedule, { from: '2026-01-01', to: '2026-12-31', history: publishedDraws })
 * plan().draws[0].date      // the nominal date of the first draw
 * plan('seed/7').draws[0]   // the same draw as replication 7 holds it
 */
export function drawPlanner(schedule: Schedule, { from, to, history }: SchedulePeriod): DrawPlanner {
  const [first, last] = [parseDay(from), parseDay(to)]
  const known = scheduledDraws(schedule, first, lastDayToKnow(schedule, to), history)
  const inRun = known.filter(({ day }) => day <= last)
  const choices = known.map((draw) => sizeChoice(draw, history, schedule))
  const atStart = (schedule.budgets ?? []).map((budget) => ({ budget, itas: budgetAtStart(budget, from, history) }))
  const isPaused = pausesOf(schedule)
  const mayHold: MayHold = ({ stream }, day) => day >= first && day <= last && !isPaused(stream, day)
  return (seed) => {
    const own = known.map((draw, slot) => sizeOfDraw(draw, choices[slot], seed))
    const budgets = atStart.map(({ budget, itas }) => ({ itas, parts: budgetParts(budget, known, own) }))
    const sizes = sizesInRun(own.slice(0, inRun.length), budgets)
    const days = seed === undefined ? inRun.map(({ day }) => day) : datesOfSeed(inRun, seed, mayHold)
    return { draws: inRun.map((draw, slot) => plannedDraw(days[slot], draw, sizes[slot])), budgets }
  }
}

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
