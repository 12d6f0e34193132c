import { InputError, type Issue, issue, received, refuse } from '../lib/errors.ts'
import { type Ability, abilities } from '../schema/common.ts'
import type { AbilityLevels, LanguageTest, LanguageTestResult } from '../schema/profile.ts'
import { type TestScale, testScales } from './tests.ts'

/** The lowest of four levels: what most rules ask about. */
export const lowestLevel = (levels: AbilityLevels): number => Math.min(...abilities.map((ability) => levels[ability]))

/** `level` as rules see it: 11 and 12 rank as 10, levels below 4 as 0. */
export const rankedLevel = (level: number): number => (level < 4 ? 0 : Math.min(level, 10))

function scoreIssue(
  { title, abilities: scales }: TestScale,
  ability: Ability,
  raw: number,
  path: string,
): Issue | undefined {
  const { top, step } = scales[ability]
  const isPossible = raw >= 0 && raw <= top && Number.isInteger(raw / step)
  if (isPossible) return undefined
  const steps = step === 1 ? 'a whole number' : `a multiple of ${step}`
  return issue(
    'EE_LANGUAGE_SCORE',
    path,
    `received ${received(raw)}; ${title} gives a ${ability} result from 0 to ${top}, ${steps}`,
  )
}

/** Says so when no certificate of that day carries figures of that scale. ISO dates compare as text. */
export function periodIssue(test: LanguageTest, testDate: string, path: string): Issue | undefined {
  const { title, scalePeriod, alsoPrintedLater, family } = testScales[test]
  const { from, to } = scalePeriod
  const isTooEarly = from !== null && testDate < from
  const isTooLate = to !== null && testDate > to && !alsoPrintedLater
  if (!isTooEarly && !isTooLate) return undefined
  return issue(
    'EE_LANGUAGE_SCORE',
    path,
    `received a test of ${testDate}; certificates carry the figures of ${title} from ${from} to ${to ?? 'today'}. ` +
      `Express Entry takes the "previous score equivalency" printed on every certificate: give it as ${family}_OLD`,
  )
}

function levelAt(lowestScore: Readonly<Record<string, number>>, raw: number): number {
  const reached = Object.keys(lowestScore).filter((level) => raw >= lowestScore[level])
  return Math.max(0, ...reached.map(Number))
}

/**
 * The CLB (English) or NCLC (French) level of one result: 4 to 10, where 10 stands for 10 and more; 0 = below 4.
 * Every ability is converted on its own, without rounding or interpolation.
 *
 * @throws InputError EE_LANGUAGE_SCORE when the test does not give that result (6.3 in IELTS, 500 on the old TEF scale)
 * @example
 * levelOf('IELTS_GT', 'listening', 7.0) // 7: level 8 starts at 7.5
 */
export function levelOf(test: LanguageTest, ability: Ability, raw: number, path = '$.raw'): number {
  const scale = testScales[test]
  const impossible = scoreIssue(scale, ability, raw, path)
  if (impossible) throw new InputError([impossible])
  return levelAt(scale.abilities[ability].lowestScore, raw)
}

/** What is impossible about a dated test: a result it does not give, a scale that was not printed on that day. */
export function testIssues({ test, date, results }: LanguageTestResult, path: string): Issue[] {
  const scale = testScales[test]
  const found = [
    periodIssue(test, date, `${path}.date`),
    ...abilities.map((ability) => scoreIssue(scale, ability, results[ability], `${path}.results.${ability}`)),
  ]
  return found.filter((one) => one !== undefined)
}

/**
 * The four levels of a test result.
 *
 * @throws InputError EE_LANGUAGE_SCORE with every impossible result
 */
export function levelsOf(result: LanguageTestResult, path = '$'): AbilityLevels {
  const issues = testIssues(result, path)
  if (issues.length > 0) throw new InputError(issues)
  const levels = abilities.map((ability) => [ability, levelOf(result.test, ability, result.results[ability])])
  return Object.fromEntries(levels) as AbilityLevels
}

/**
 * The scale in which a certificate of that day states its main figures. Only TEF Canada changed scales; note that a
 * profile carries the old-scale figures ("previous score equivalency", TEF_CANADA_OLD) whatever the day.
 *
 * @param family `TEF_CANADA`, or the id of a test with one scale
 * @param testDate ISO date of the test
 * @throws InputError EE_LANGUAGE_SCORE for a family that does not exist
 * @example
 * testOn('TEF_CANADA', '2024-05-02') // 'TEF_CANADA_2023'
 */
export function testOn(family: string, testDate: string): LanguageTest {
  const found = Object.values(testScales).find(
    ({ family: own, scalePeriod: { from, to } }) =>
      own === family && (from === null || testDate >= from) && (to === null || testDate <= to),
  )
  if (found) return found.test
  const families = [...new Set(Object.values(testScales).map((scale) => scale.family))].join(', ')
  throw refuse('EE_LANGUAGE_SCORE', '$.family', `received ${received(family)}; expected one of ${families}`)
}
