import { addMonths, type Day, parseDay } from '../lib/day.ts'
import { abilities } from '../schema/common.ts'
import type { LanguageLevels, LanguageTestResult, Profile } from '../schema/profile.ts'
import { levelOf, rankedLevel } from './levels.ts'
import { testScales } from './tests.ts'

/** Whether Express Entry takes a result on a day: the test is accepted by then, was taken, and is less than 2 years old. */
export function isTestValidOn({ test, date }: LanguageTestResult, onDay: Day): boolean {
  const { acceptedFrom, validMonths } = testScales[test]
  const testDay = parseDay(date)
  const isAccepted = acceptedFrom === null || parseDay(acceptedFrom) <= onDay
  return isAccepted && testDay <= onDay && onDay < addMonths(testDay, validMonths)
}

const givesLevels = ({ test, results }: LanguageTestResult, { clb }: LanguageLevels): boolean =>
  abilities.every((ability) => levelOf(test, ability, results[ability]) === rankedLevel(clb[ability]))

/**
 * How stated levels are backed on a day: by a valid test that gives them (`valid`), only by tests that are too old or
 * not accepted yet (`expired`), or by no dated test at all (`unstated`).
 */
export function proofOf(
  stated: LanguageLevels,
  tests: readonly LanguageTestResult[],
  onDay: Day,
): 'valid' | 'expired' | 'unstated' {
  const own = tests.filter(({ test }) => testScales[test].language === stated.language)
  if (own.length === 0) return 'unstated'
  return own.some((result) => givesLevels(result, stated) && isTestValidOn(result, onDay)) ? 'valid' : 'expired'
}

/** The first day on which no dated test gives the stated levels any more; undefined when none did, or none is dated. */
export function proofEnd(stated: LanguageLevels, tests: readonly LanguageTestResult[]): Day | undefined {
  const own = tests.filter(({ test }) => testScales[test].language === stated.language)
  const ends = own
    .filter((result) => givesLevels(result, stated))
    .map(({ test, date }) => addMonths(parseDay(date), testScales[test].validMonths))
  return ends.length > 0 ? Math.max(...ends) : undefined
}

/** The profile as it is scored on a day: a second language whose test is too old gives no points. */
export function withValidLanguages(profile: Profile, onDay: Day): Profile {
  const { secondLanguage, languageTests = [] } = profile
  const isTooOld = secondLanguage !== null && proofOf(secondLanguage, languageTests, onDay) === 'expired'
  return isTooOld ? { ...profile, secondLanguage: null } : profile
}
