import { civilFromDay, type Day, dayFromCivil, isWeekend, parseDay, weekday } from '../lib/day.ts'
import file from './holidays.json'

/** When a holiday falls: a day of a month, a weekday of a month, or so many days after Easter Sunday. */
interface HolidayRule {
  name: { en: string; fr: string }
  month?: number
  day?: number
  weekday?: number
  nth?: number
  before?: number
  daysAfterEaster?: number
  fromYear?: number
}

const holidays: readonly HolidayRule[] = file.holidays
const once: ReadonlySet<Day> = new Set(file.once.map(({ date }) => parseDay(date)))

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature in 1876. */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return dayFromCivil({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}

function dayOfRule(rule: HolidayRule, year: number): Day {
  const { month = 1, day = 1, weekday: wanted, nth = 1, before, daysAfterEaster } = rule
  if (daysAfterEaster !== undefined) return easterSunday(year) + daysAfterEaster
  if (wanted === undefined) return dayFromCivil({ year, month, day })
  const earliest = before === undefined ? 1 + 7 * (nth - 1) : before - 7
  const first = dayFromCivil({ year, month, day: earliest })
  return first + ((wanted - weekday(first) + 7) % 7)
}

/** The days off of a year's holidays: one on a weekend is carried to the next day that is neither weekend nor holiday. */
function daysOff(year: number): ReadonlySet<Day> {
  const rules = holidays.filter(({ fromYear }) => fromYear === undefined || year >= fromYear)
  const days = new Set(rules.map((rule) => dayOfRule(rule, year)))
  for (const onWeekend of [...days].filter(isWeekend)) {
    let carried = onWeekend
    while (isWeekend(carried) || days.has(carried)) carried += 1
    days.add(carried)
  }
  return days
}

const daysOffByYear = new Map<number, ReadonlySet<Day>>()

/**
 * Whether federal offices are closed for a holiday: on its day, and on the working day it is carried to from a weekend.
 *
 * @example isFederalHoliday(parseDay('2026-11-11')) // true
 */
export function isFederalHoliday(day: Day): boolean {
  const { year } = civilFromDay(day)
  let days = daysOffByYear.get(year)
  if (days === undefined) {
    days = daysOff(year)
    daysOffByYear.set(year, days)
  }
  return days.has(day) || once.has(day)
}
