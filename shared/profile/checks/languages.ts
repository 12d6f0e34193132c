import { levelOf, rankedLevel, testIssues } from '../../language/levels.ts'
import { testScales } from '../../language/tests.ts'
import { type Issue, issue } from '../../lib/errors.ts'
import { abilities } from '../../schema/common.ts'
import type { LanguageLevels, LanguageTestResult, Profile } from '../../schema/profile.ts'

const languageNames = { en: 'English', fr: 'French' } as const

/** Two tests of one language do not make a second language. */
export function secondLanguageIssues({ firstLanguage, secondLanguage }: Partial<Profile>): Issue[] {
  if (!firstLanguage || !secondLanguage || firstLanguage.language !== secondLanguage.language) return []
  const { language } = secondLanguage
  const other = language === 'en' ? 'fr' : 'en'
  const message = `received "${language}", the first language; expected "${other}", the other official language, or no second language`
  return [issue('EE_LANGUAGE_SECOND_SAME', '$.secondLanguage.language', message)]
}

/** Where a test gives another level than the profile states. */
function levelIssues({ test, results }: LanguageTestResult, stated: LanguageLevels, path: string): Issue[] {
  return abilities.flatMap((ability) => {
    const level = levelOf(test, ability, results[ability])
    if (level === rankedLevel(stated.clb[ability])) return []
    const scale = stated.language === 'en' ? 'CLB' : 'NCLC'
    const given = `${results[ability]} in ${testScales[test].title} is ${scale} ${level === 0 ? 'below 4' : level}`
    const message = `${given}, but the profile states ${scale} ${stated.clb[ability]}`
    return [issue('EE_PROFILE', `${path}.results.${ability}`, message)]
  })
}

/**
 * Results the test does not give, and results that give other levels than stated. Of several tests in one language only
 * one has to give the stated levels: an older one may stay in the profile.
 */
export function testResultIssues({ languageTests = [], firstLanguage, secondLanguage }: Partial<Profile>): Issue[] {
  const impossible = languageTests.flatMap((result, index) => testIssues(result, `$.languageTests[${index}]`))
  if (impossible.length > 0 || !firstLanguage || secondLanguage === undefined) return impossible
  const tests = languageTests.map((result, index) => ({
    path: `$.languageTests[${index}]`,
    language: testScales[result.test].language,
    result,
  }))
  return (['en', 'fr'] as const).flatMap((language) => {
    const own = tests.filter((test) => test.language === language)
    const stated = [firstLanguage, secondLanguage].find((one) => one?.language === language)
    if (!stated) {
      const message = `is a test of ${languageNames[language]}, but the profile states no levels of ${languageNames[language]}`
      return own.map(({ path }) => issue('EE_PROFILE', `${path}.test`, message))
    }
    const differences = own.map(({ result, path }) => levelIssues(result, stated, path))
    return differences.some((issues) => issues.length === 0) ? [] : differences.flat()
  })
}
