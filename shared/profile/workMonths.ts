import { addMonths, completedMonths, type Day, isWeekend, parseDay } from '../lib/day.ts'
import type { WorkPeriod } from '../schema/profile.ts'
import work from './work.json'

/** From the first day to the day before `to`. */
export interface DayWindow {
  readonly from: Day
  readonly to: Day
}

interface Stretch extends DayWindow {
  /** Hours a week of all jobs together; 0 in a gap. */
  readonly hours: number
}

const MONTHS_PER_YEAR = 12
const DAYS_PER_WEEK = 7
const MEAN_MONTH_DAYS = 365.25 / MONTHS_PER_YEAR

/** The last `months` months before a day. */
export const lastMonths = (onDay: Day, months: number): DayWindow => ({ from: addMonths(onDay, -months), to: onDay })

/** Cuts time wherever a job begins or ends, so that the hours are constant within a stretch; gaps are kept. */
function stretchesOf(periods: readonly WorkPeriod[], window: DayWindow): Stretch[] {
  const jobs = periods
    .map(({ from, to, hoursPerWeek = work.fullTimeHoursPerWeek }) => ({
      from: Math.max(parseDay(from), window.from),
      to: Math.min(to ? parseDay(to) + 1 : window.to, window.to),
      hours: hoursPerWeek,
    }))
    .filter(({ from, to }) => from < to)
  const cuts = [...new Set(jobs.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const current = jobs.filter((job) => job.from <= from && from < job.to)
    return { from, to: cuts[index + 1], hours: current.reduce((sum, { hours }) => sum + hours, 0) }
  })
}

const monthsByHours = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to, hours }) => {
    const counted = Math.min(hours, work.fullTimeHoursPerWeek)
    return sum + (((to - from) / DAYS_PER_WEEK) * counted * MONTHS_PER_YEAR) / work.hoursPerYear
  }, 0)

function calendarMonths(from: Day, to: Day): number {
  const whole = completedMonths(from, to)
  return whole + (to - addMonths(from, whole)) / MEAN_MONTH_DAYS
}

/** Full-time stretches by the calendar (1 February to 31 July is six months), part-time ones by their hours. */
function monthsByCalendar(stretches: readonly Stretch[]): number {
  let months = 0
  let fullTimeSince: Day | undefined
  for (const [index, stretch] of stretches.entries()) {
    const isFullTime = stretch.hours >= work.fullTimeHoursPerWeek
    if (!isFullTime) months += monthsByHours([stretch])
    else fullTimeSince ??= stretch.from
    const continues = isFullTime && (stretches[index + 1]?.hours ?? 0) >= work.fullTimeHoursPerWeek
    if (fullTimeSince !== undefined && !continues) {
      months += calendarMonths(fullTimeSince, stretch.to)
      fullTimeSince = undefined
    }
  }
  return months
}

/**
 * A year is twelve calendar months of full-time work or 1,560 hours, whichever is reached first. Since 1,560 hours are a
 * day or two less than a calendar year, long work is cut to the months of its window.
 */
const monthsOf = (stretches: readonly Stretch[], window: DayWindow): number =>
  Math.min(Math.max(monthsByCalendar(stretches), monthsByHours(stretches)), calendarMonths(window.from, window.to))

/** From a Friday to the Monday after: nobody would have worked in between. */
const isWeekendOnly = ({ from, to }: DayWindow): boolean => to - from <= 2 && isWeekend(from) && isWeekend(to - 1)

/** Consecutive stretches without a gap. */
function runsOf(stretches: readonly Stretch[]): Stretch[][] {
  const runs: Stretch[][] = [[]]
  for (const stretch of stretches) {
    if (stretch.hours === 0 && !isWeekendOnly(stretch)) runs.push([])
    else runs[runs.length - 1].push(stretch)
  }
  return runs
}

/**
 * Months of full-time work, or the equal in part-time, that jobs add up to within a window. Parallel jobs count up to
 * 30 hours a week together. A job without hours is full-time; one without an end lasts until the window ends.
 *
 * @throws RangeError when a date is not of the calendar; `readProfile` refuses such a profile before
 * @example
 * workMonths([{ noc: '21231', country: 'canada', from: '2024-01-01', to: '2024-12-31' }], lastMonths(day, 36)) // 12
 */
export const workMonths = (periods: readonly WorkPeriod[], window: DayWindow): number =>
  monthsOf(stretchesOf(periods, window), window)

/** As {@link workMonths}, but the longest run without a gap. */
export const longestRunMonths = (periods: readonly WorkPeriod[], window: DayWindow): number =>
  Math.max(...runsOf(stretchesOf(periods, window)).map((run) => monthsOf(run, window)))
