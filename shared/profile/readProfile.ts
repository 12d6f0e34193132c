import type { Day } from '../lib/day.ts'
import { InputError, type Issue } from '../lib/errors.ts'
import { Profile } from '../schema/profile.ts'
import { shapeIssues } from '../schema/validate.ts'
import { ageIssues, workYearIssues } from './checks/age.ts'
import { calendarIssues, orderIssues } from './checks/dates.ts'
import { familyIssues } from './checks/family.ts'
import { secondLanguageIssues, testResultIssues } from './checks/languages.ts'
import { jobOfferIssues, nocIssues } from './checks/occupations.ts'
import { datedWorkIssues } from './checks/work.ts'

const checks = [
  secondLanguageIssues,
  nocIssues,
  calendarIssues,
  orderIssues,
  ageIssues,
  workYearIssues,
  datedWorkIssues,
  testResultIssues,
  jobOfferIssues,
  familyIssues,
]

/** The fields of a profile that have the right shape: the others were reported and can contradict nothing. */
export function wellShaped(value: unknown, shape: readonly Issue[]): Partial<Profile> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const refused = new Set(shape.map(({ path }) => /^\$\.(\w+)/.exec(path)?.[1]))
  return Object.fromEntries(Object.entries(value).filter(([field]) => !refused.has(field)))
}

/**
 * A profile, once its shape and its meaning hold: dates of the calendar in a possible order, an age that fits the birth
 * date, known occupations, test results that give the stated levels, facts that do not contradict one another.
 *
 * @param value anything, typically parsed JSON; the corpus's `profile` is complete
 * @param onDay the day the profile is looked at; an age may be stated as of this day or of `submittedAt`
 * @throws InputError with every issue: EE_SHAPE, EE_PROFILE, EE_DATE, EE_NOC_UNKNOWN, EE_LANGUAGE_SCORE, EE_LANGUAGE_SECOND_SAME
 */
export function readProfile(value: unknown, onDay?: Day): Profile {
  const shape = shapeIssues(Profile, value)
  const known = wellShaped(value, shape)
  const issues = [...shape, ...checks.flatMap((check) => check(known, onDay))]
  if (issues.length > 0) throw new InputError(issues)
  return value as Profile
}
