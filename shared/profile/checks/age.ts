import { addMonths, completedYears, type Day, formatDay, parseDay, tryParseDay } from '../../lib/day.ts'
import { type Issue, issue } from '../../lib/errors.ts'
import type { Profile } from '../../schema/profile.ts'
import plausibility from '../plausibility.json'
import { latestFactDay, referenceDays } from './dates.ts'

const began = parseDay(plausibility.expressEntryBegan)

/**
 * The age has to be that of the submission or of the day the profile is looked at. Without such a day the candidate
 * must at least have been of that age after Express Entry began, and not before the last thing the profile tells of.
 */
export function ageIssues(known: Partial<Profile>, onDay?: Day): Issue[] {
  const { age, birthDate } = known
  const birth = birthDate === undefined ? undefined : tryParseDay(birthDate)
  if (age === undefined || birth === undefined) return []
  const days = referenceDays(known, onDay)
  if (days.length > 0) {
    if (days.some((day) => completedYears(birth, day) === age)) return []
    const ages = days.map((day) => `${completedYears(birth, day)} on ${formatDay(day)}`).join(' and ')
    return [issue('EE_PROFILE', '$.age', `received ${age}; born on ${birthDate} the candidate is ${ages}`)]
  }
  const lastDayOfAge = addMonths(birth, 12 * (age + 1)) - 1
  const notBefore = Math.max(began, latestFactDay(known) ?? began)
  if (lastDayOfAge >= notBefore) return []
  const message = `received ${age}; born on ${birthDate} the candidate was ${completedYears(birth, notBefore)} on ${formatDay(notBefore)}`
  return [issue('EE_PROFILE', '$.age', message)]
}

/** More years of work than a life of that length can hold; the bound is in plausibility.json. */
export function workYearIssues({ age, canadianWorkYears = 0, foreignWorkYears = 0 }: Partial<Profile>): Issue[] {
  if (age === undefined) return []
  const most = Math.max(0, age - plausibility.earliestWorkAge)
  const issues = Object.entries({ canadianWorkYears, foreignWorkYears })
    .filter(([, years]) => years > most)
    .map(([field, years]) =>
      issue('EE_PROFILE', `$.${field}`, `received ${years} years of work; at the age of ${age} at most ${most} fit`),
    )
  const together = canadianWorkYears + foreignWorkYears
  if (issues.length === 0 && together > age) {
    const message = `received ${foreignWorkYears} years, ${together} with those in Canada; at the age of ${age} at most ${age} fit`
    issues.push(issue('EE_PROFILE', '$.foreignWorkYears', message))
  }
  return issues
}
