import { type Day, weekday } from '../lib/day.ts'
import { type WeekdayName, weekdayNames } from '../schema/scenario.ts'
import { isFederalHoliday } from './holidays.ts'

/** Whether a draw may be held on a day. */
export type OpenDay = (day: Day) => boolean

/** All but three of the 389 published draws were held on these. */
export const workWeek: readonly WeekdayName[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

/** The days of these weekdays that are no federal holiday. */
export const openDaysOf =
  (weekdays: readonly WeekdayName[] = workWeek): OpenDay =>
  (day) =>
    weekdays.includes(weekdayNames[weekday(day)]) && !isFederalHoliday(day)

/** The day itself when it is open, else the first open one after it. */
export function openFrom(day: Day, isOpen: OpenDay): Day {
  let found = day
  while (!isOpen(found)) found += 1
  return found
}

/** The day itself when it is open, else the last open one before it. */
export function openUntil(day: Day, isOpen: OpenDay): Day {
  let found = day
  while (!isOpen(found)) found -= 1
  return found
}

/**
 * So many open days later, or earlier when negative.
 *
 * @param mayEnter stops the way before a day that it refuses
 */
export function openDaysLater(day: Day, count: number, isOpen: OpenDay, mayEnter: OpenDay = () => true): Day {
  let found = day
  for (let left = Math.abs(count); left > 0; left--) {
    const next = count > 0 ? openFrom(found + 1, isOpen) : openUntil(found - 1, isOpen)
    if (!mayEnter(next)) return found
    found = next
  }
  return found
}
