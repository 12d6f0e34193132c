import {
  civilFromDay,
  type Day,
  dayFromCivil,
  dayOfInstant,
  daysInMonth,
  type Instant,
  instantOfDay,
  SECONDS_PER_DAY,
  tryParseDay,
} from '../lib/day.ts'

/** What a printed date or time means, and each thing that had to be decided to read it. */
export interface ReadTime<Value> {
  value: Value
  decisions: string[]
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Month, day, year: "December 17, 2025". Commas, spaces and "at" do not matter anywhere. */
const datePart =
  /^(?<month>[a-z]{3,9})\.? (?<dayOfMonth>\d{1,2})(?<ordinal>st|nd|rd|th)?(?<stop>\.)?[, ]*(?<year>\d{4})?/
const timePart =
  /^[, ]*(?:at)? ?(?<again>\d{4}-\d{2}-\d{2})? ?(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})(?: ?(?<half>am|pm))?(?: ?(?<zone>utc))?$/

type Groups = Record<string, string | undefined>

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** The latest year in which month and day fall not after `notAfter`. */
function latestYear(month: number, dayOfMonth: number, notAfter: Day): number {
  const { year } = civilFromDay(notAfter)
  return dayFromCivil({ year, month, day: dayOfMonth }) <= notAfter ? year : year - 1
}

function dateOf(groups: Groups, notAfter: Day | undefined): ReadTime<Day> | undefined {
  const month = months.findIndex((name) => name.startsWith(groups.month ?? '')) + 1
  const dayOfMonth = Number(groups.dayOfMonth)
  const decisions: string[] = []
  if (groups.ordinal) decisions.push(`"${groups.ordinal}" after the day is left out`)
  if (groups.stop) decisions.push('the full stop after the day is read as a comma')
  if (month === 0 || (groups.year === undefined && notAfter === undefined)) return undefined
  if (groups.year === undefined) decisions.push('it has no year; taken is the latest one not after the draw')
  const year = groups.year === undefined ? latestYear(month, dayOfMonth, notAfter ?? 0) : Number(groups.year)
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  return { value: dayFromCivil({ year, month, day: dayOfMonth }), decisions }
}

/**
 * A date as the feed prints it: `2025-12-17`, `December 17, 2025`, `April 12th, 2026`, `August 30. 2023`.
 * Undefined when it is none of these, or not in the calendar.
 */
export function readFeedDate(text: string): ReadTime<Day> | undefined {
  const plain = tidy(text)
  const day = tryParseDay(plain)
  if (day !== undefined) return { value: day, decisions: [] }
  const match = datePart.exec(plain)
  return match?.groups && match[0].length === plain.length ? dateOf(match.groups, undefined) : undefined
}

function secondsOf(groups: Groups, decisions: string[]): number | undefined {
  let hour = Number(groups.hour)
  const [minute, second] = [Number(groups.minute), Number(groups.second)]
  if (groups.half && hour > 12) decisions.push(`"${groups.half}" is left out: the hour is of a 24-hour clock`)
  else if (groups.half) hour = (hour % 12) + (groups.half === 'pm' ? 12 : 0)
  return hour > 23 || minute > 59 || second > 59 ? undefined : hour * 3600 + minute * 60 + second
}

/**
 * A time as the feed prints it: `December 17, 2025 at 12:26:48 UTC`, `July 06, 2023 14:25:05 UTC`,
 * `January 23, 2025 at 2025-01-23 15:30:04 UTC`, `October 1 at12:48:30` (no year: the latest not after `notAfter`).
 * Undefined when it is not of that kind, not in the calendar, or contradicts itself.
 */
export function readFeedInstant(text: string, notAfter: Day): ReadTime<Instant> | undefined {
  const plain = tidy(text)
  const head = datePart.exec(plain)
  const tail = head && timePart.exec(plain.slice(head[0].length))
  const date = head?.groups && dateOf(head.groups, notAfter)
  if (!tail?.groups || !date) return undefined
  const decisions = [...date.decisions]
  if (tail.groups.again) {
    if (tryParseDay(tail.groups.again) !== date.value) return undefined
    decisions.push('the date is written twice')
  }
  const seconds = secondsOf(tail.groups, decisions)
  if (seconds === undefined) return undefined
  if (!tail.groups.zone) decisions.push('it has no time zone; taken is UTC, as everywhere else')
  return { value: instantOfDay(date.value) + seconds, decisions }
}

/** The same time of day on another day. */
export const onDay = (instant: Instant, day: Day): Instant => instant + (day - dayOfInstant(instant)) * SECONDS_PER_DAY

/** The same month and day in the latest year not after `notAfter`; 29 February gives undefined in common years. */
export function inLatestYear(value: Day, notAfter: Day): Day | undefined {
  const { month, day } = civilFromDay(value)
  const year = latestYear(month, day, notAfter)
  return day <= daysInMonth(year, month) ? dayFromCivil({ year, month, day }) : undefined
}
