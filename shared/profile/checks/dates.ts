import { type Day, dayOfInstant, tryParseDay, tryParseInstant } from '../../lib/day.ts'
import { type Issue, issue, received } from '../../lib/errors.ts'
import type { Profile } from '../../schema/profile.ts'

interface DatedFact {
  path: string
  text: string
}

/** Every date of a profile that lies in its past, with its place, except the birth date and the instant of submission. */
function datedFacts({ educationAssessmentDate, languageTests = [], work = [] }: Partial<Profile>): DatedFact[] {
  const facts: DatedFact[] = []
  const add = (path: string, text: string | null | undefined) => {
    if (text) facts.push({ path, text })
  }
  add('$.educationAssessmentDate', educationAssessmentDate)
  for (const [index, { date }] of languageTests.entries()) add(`$.languageTests[${index}].date`, date)
  for (const [index, { from, to }] of work.entries()) {
    add(`$.work[${index}].from`, from)
    add(`$.work[${index}].to`, to)
  }
  return facts
}

const submissionDay = ({ submittedAt }: Partial<Profile>): Day | undefined => {
  const instant = submittedAt === undefined ? undefined : tryParseInstant(submittedAt)
  return instant === undefined ? undefined : dayOfInstant(instant)
}

/** The days a profile may speak of as "now": its submission, and the day it is looked at. */
export const referenceDays = (known: Partial<Profile>, onDay: Day | undefined): Day[] =>
  [submissionDay(known), onDay].filter((day) => day !== undefined)

/** The last day a profile without such a day tells of. */
export function latestFactDay(known: Partial<Profile>): Day | undefined {
  const days = datedFacts(known).map(({ text }) => tryParseDay(text))
  const real = days.filter((day) => day !== undefined)
  return real.length > 0 ? Math.max(...real) : undefined
}

/** Dates that look right but are on no calendar, such as 2025-02-30. */
export function calendarIssues(known: Partial<Profile>): Issue[] {
  const { birthDate, submittedAt, permitUntil } = known
  const facts = datedFacts(known)
  if (birthDate !== undefined) facts.push({ path: '$.birthDate', text: birthDate })
  if (permitUntil !== undefined) facts.push({ path: '$.permitUntil', text: permitUntil })
  const issues = facts
    .filter(({ text }) => tryParseDay(text) === undefined)
    .map(({ path, text }) => issue('EE_DATE', path, `received ${received(text)}; expected a day of the calendar`))
  if (submittedAt !== undefined && tryParseInstant(submittedAt) === undefined) {
    const message = `received ${received(submittedAt)}; expected a day of the calendar and a time up to 23:59:59`
    issues.push(issue('EE_DATE', '$.submittedAt', message))
  }
  return issues
}

/** Work that ends before it begins, and facts before the candidate was born. ISO dates compare as text. */
export function orderIssues(known: Partial<Profile>): Issue[] {
  const { birthDate, work = [], submittedAt, permitUntil } = known
  const reversed = work.flatMap(({ from, to }, index) =>
    to && to < from
      ? [issue('EE_DATE', `$.work[${index}].to`, `received ${to}; expected a day not before ${from}, the first day`)]
      : [],
  )
  if (birthDate === undefined) return reversed
  const facts = datedFacts(known)
  if (permitUntil !== undefined) facts.push({ path: '$.permitUntil', text: permitUntil })
  if (submittedAt !== undefined) facts.push({ path: '$.submittedAt', text: submittedAt.slice(0, birthDate.length) })
  const unborn = facts
    .filter(({ text }) => text <= birthDate)
    .map(({ path, text }) => issue('EE_DATE', path, `received ${text}; expected a day after the birth, ${birthDate}`))
  return [...reversed, ...unborn]
}
