import { canonicalJson } from '../../../../shared/lib/canonicalJson.ts'
import {
  completedYears,
  type Day,
  dayOfInstant,
  parseDay,
  tryParseDay,
  tryParseInstant,
} from '../../../../shared/lib/day.ts'
import { InputError } from '../../../../shared/lib/errors.ts'
import { readProfile } from '../../../../shared/profile/readProfile.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { Answers } from './answerIds.ts'
import { answersOf, type LeftOut, leftOut } from './answersOf.ts'
import { type FileProblem, fileProblems } from './fileProblems.ts'
import { answersIn, givenAnswers } from './givenAnswers.ts'
import { readAnswers } from './readAnswers.ts'

/**
 * A profile as a file, on one line as the command line reads them, with the answers it comes from: more than one answer
 * gives the same profile. The age is that of the submission where both dates are known: a file is read on other days than
 * the one it was written on.
 */
export function profileFile(profile: Profile, answers: Answers): string {
  const { birthDate, submittedAt } = profile
  const instant = submittedAt === undefined ? undefined : tryParseInstant(submittedAt)
  const age =
    birthDate === undefined || instant === undefined
      ? profile.age
      : completedYears(parseDay(birthDate), dayOfInstant(instant))
  return `${JSON.stringify({ ...profile, age, formAnswers: givenAnswers(answers) })}\n`
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** With a birth date the age is that of today, whatever it was when the file was written. */
function agedTo(today: Day, value: unknown): unknown {
  if (!isRecord(value) || typeof value.birthDate !== 'string') return value
  const born = tryParseDay(value.birthDate)
  return born === undefined || born > today ? value : { ...value, age: completedYears(born, today) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a file shows in the form. */
export interface FileContents {
  profile: Profile
  answers: Answers
  /** What of the file the answers do not say; `formAnswers` = those of the file, which give another profile. */
  leftOut: readonly (LeftOut | 'formAnswers')[]
}

/** With the answers a profile comes from, unless they are not known or somebody has changed the profile since. */
function contentsOf({ formAnswers, ...profile }: Profile, today: Day): FileContents {
  const answers = answersIn(formAnswers)
  if (!answers) return { profile, answers: answersOf(profile), leftOut: leftOut(profile) }
  if (canonicalJson(readAnswers(answers, today).draft) === canonicalJson(profile))
    return { profile, answers, leftOut: [] }
  return { profile, answers: answersOf(profile), leftOut: [...leftOut(profile), 'formAnswers'] }
}

/** What a file shows in the form, or everything that is wrong with it. */
export function profileInFile(text: string, today: Day): FileContents | { problems: FileProblem[] } {
  const value = agedTo(today, parsed(text))
  if (value === undefined) return { problems: [{ kind: 'json' }] }
  try {
    return contentsOf(readProfile(value, today), today)
  } catch (error) {
    if (error instanceof InputError) return { problems: fileProblems(error.issues, value) }
    throw error
  }
}
