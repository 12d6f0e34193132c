/**
 * Civil dates as day numbers (days since 1970-01-01) and instants as whole UTC seconds.
 * Pure integer arithmetic after Howard Hinnant's "chrono-compatible low-level date algorithms":
 * no clock, no time zone, the same on every machine. The only file that knows the calendar.
 */

/** Days since 1970-01-01. */
export type Day = number
/** Seconds since 1970-01-01T00:00:00Z; fits an unsigned 32-bit integer until 2106. */
export type Instant = number

export const SECONDS_PER_DAY = 86_400

export interface CivilDate {
  year: number
  month: number
  day: number
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function dayFromCivil({ year, month, day }: CivilDate): Day {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function civilFromDay(value: Day): CivilDate {
  const shifted = value + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/

/** Dates people give: wide enough for any birth date and horizon, narrow enough that month arithmetic stays in the table. */
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2199

/** `"2025-12-17"` -> day number; undefined when the text is not a real calendar date of the years 1900 to 2199. */
export function tryParseDay(text: string): Day | undefined {
  const match = datePattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayFromCivil({ year, month, day })
}

/** As {@link tryParseDay}; throws RangeError. For dates the program wrote itself. */
export function parseDay(text: string): Day {
  const day = tryParseDay(text)
  if (day === undefined) throw new RangeError(`not a calendar date (YYYY-MM-DD): ${text}`)
  return day
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

export function formatDay(value: Day): string {
  const { year, month, day } = civilFromDay(value)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** `"2025-12-17T12:26:48Z"` -> UTC seconds; undefined when it is not an instant. Fractions of a second are cut. */
export function tryParseInstant(text: string): Instant | undefined {
  const match = instantPattern.exec(text)
  if (!match) return undefined
  const day = tryParseDay(match[1])
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])]
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined
  return day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second
}

export function formatInstant(value: Instant): string {
  const second = value % SECONDS_PER_DAY
  return `${formatDay(dayOfInstant(value))}T${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}Z`
}

export const dayOfInstant = (value: Instant): Day => Math.floor(value / SECONDS_PER_DAY)
export const instantOfDay = (value: Day): Instant => value * SECONDS_PER_DAY

/** 0 Sunday ... 6 Saturday. */
export const weekday = (value: Day): number => (((value + 4) % 7) + 7) % 7
export const isWeekend = (value: Day): boolean => weekday(value) === 0 || weekday(value) === 6

const FIRST_YEAR = 1800
const LAST_YEAR = 2299
const MEAN_MONTH_DAYS = 30.436875

/** First day of every month of {@link FIRST_YEAR} to {@link LAST_YEAR}: a run adds months some million times. */
const monthStarts = Int32Array.from({ length: 12 * (LAST_YEAR - FIRST_YEAR + 1) + 1 }, (_, index) =>
  dayFromCivil({ year: FIRST_YEAR + Math.floor(index / 12), month: (index % 12) + 1, day: 1 }),
)

/** Index into {@link monthStarts} of the month a day lies in; the mean length of a month is never off by more than one. */
function monthOf(value: Day): number {
  let index = Math.floor((value - monthStarts[0]) / MEAN_MONTH_DAYS)
  if (monthStarts[index] > value) index -= 1
  else if (monthStarts[index + 1] <= value) index += 1
  return index
}

/**
 * The same day of the month `months` later, or that month's last day (31 January + 1 month = 28 February).
 *
 * @throws RangeError outside the years 1800 to 2299
 */
export function addMonths(value: Day, months: number): Day {
  const month = monthOf(value)
  const start = monthStarts[month + months]
  const length = monthStarts[month + months + 1] - start
  const sum = start + Math.min(value - monthStarts[month], length - 1)
  if (Number.isNaN(sum)) throw new RangeError(`no calendar for ${value} + ${months} months`)
  return sum
}

/** Whole months from `from` to `to`; 0 when `to` is earlier. */
export function completedMonths(from: Day, to: Day): number {
  if (to <= from) return 0
  const months = monthOf(to) - monthOf(from)
  return addMonths(from, months) > to ? months - 1 : months
}

/** Age in completed years; somebody born on 29 February turns a year older on 28 February of common years. */
export const completedYears = (from: Day, to: Day): number => Math.floor(completedMonths(from, to) / 12)
