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
import { type FileProblem, fileProblems } from './fileProblems.ts'

/**
 * A profile as a file. The age is that of the submission where both dates are known: a file is read on other days than
 * the one it was written on.
 */
export function profileFile(profile: Profile): string {
  const { birthDate, submittedAt } = profile
  const instant = submittedAt === undefined ? undefined : tryParseInstant(submittedAt)
  const lasting =
    birthDate === undefined || instant === undefined
      ? profile
      : { ...profile, age: completedYears(parseDay(birthDate), dayOfInstant(instant)) }
  return `${JSON.stringify(lasting, null, 2)}\n`
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

/** The profile of a file, or everything that is wrong with it. */
export function profileInFile(text: string, today: Day): { profile: Profile } | { problems: FileProblem[] } {
  const value = agedTo(today, parsed(text))
  if (value === undefined) return { problems: [{ kind: 'json' }] }
  try {
    return { profile: readProfile(value, today) }
  } catch (error) {
    if (error instanceof InputError) return { problems: fileProblems(error.issues, value) }
    throw error
  }
}
