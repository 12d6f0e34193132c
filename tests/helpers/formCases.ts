import type { Answers, LanguageSlot } from '../../client/pages/chance/answers/answerIds.ts'
import { answersOf } from '../../client/pages/chance/answers/answersOf.ts'
import { testScales } from '../../shared/language/tests.ts'
import { addMonths, type Day, formatDay } from '../../shared/lib/day.ts'
import { abilities } from '../../shared/schema/common.ts'
import { type LanguageTest, languageTests, type Profile } from '../../shared/schema/profile.ts'
import { readCorpus } from './corpus.ts'

interface SectionTotals {
  scoredWithSpouse: boolean
  core: { total: number }
  spouse: { total: number }
  transferability: { total: number }
  additional: { total: number }
}

/** A case of the scoring corpus. */
export interface CrsCase {
  id: string
  ruleset: string
  profile: Profile
  expected: SectionTotals & { total: number }
}

/** A case as somebody types it into the form. */
export interface FormCase extends CrsCase {
  answers: Answers
}

/** Of the form: only the last ten years of work. */
const MOST_YEARS = 10

const isTypable = ({ profile: { canadianWorkYears, foreignWorkYears, spouse } }: CrsCase): boolean =>
  Math.max(canadianWorkYears, foreignWorkYears, spouse?.canadianWorkYears ?? 0) <= MOST_YEARS

/** What a case tries of the form: every field with every choice, whichever figure is typed, and which points it has. */
function featuresOf({ ruleset, profile, expected }: CrsCase): string[] {
  const answers = Object.entries(answersOf(profile)).filter(([, answer]) => answer !== '')
  const sections = (['core', 'spouse', 'transferability', 'additional'] as const).flatMap((section) =>
    Object.entries(expected[section]).map(([line, points]) => `${section}.${line}: ${points > 0}`),
  )
  return [ruleset, ...answers.map(([id, answer]) => `${id}=${answer}`), ...sections]
}

/** `count` cases that together try as much of the form as that many can: each adds the most that is new. */
function widest(cases: readonly CrsCase[], count: number): CrsCase[] {
  const left = new Map(cases.map((one) => [one, featuresOf(one)]))
  const tried = new Set<string>()
  const chosen: CrsCase[] = []
  while (chosen.length < count) {
    const news = (features: readonly string[]) => features.filter((feature) => !tried.has(feature)).length
    const [best, features] = [...left].reduce((one, other) => (news(other[1]) > news(one[1]) ? other : one))
    chosen.push(best)
    left.delete(best)
    for (const feature of features) tried.add(feature)
  }
  return chosen
}

/** Raw results that give the levels, of a test taken half a year ago or while its scale was in use. */
function rawAnswers(slot: LanguageSlot, test: LanguageTest, levels: Record<string, number>, today: Day): Answers {
  const { abilities: scales, scalePeriod } = testScales[test]
  const date = scalePeriod.to ?? formatDay(addMonths(today, -6))
  const results = abilities.map((ability) => {
    const scores: Readonly<Record<string, number>> = scales[ability].lowestScore
    return [`${slot}.${ability}`, String(scores[Math.min(levels[ability], 10)] ?? 0)]
  })
  return {
    [`${slot}.test`]: test,
    ...(slot !== 'partner' && { [`${slot}.date`]: date }),
    ...Object.fromEntries(results),
  }
}

/** Every other case with a birth date and raw results, each test in its turn. */
function typed({ profile }: CrsCase, index: number, today: Day): Answers {
  const answers = answersOf(profile)
  if (index % 2 === 0) return answers
  const turnOf = (tests: readonly LanguageTest[]) => tests[((index - 1) / 2) % tests.length]
  const testsOf = (language: 'en' | 'fr') => languageTests.filter((test) => testScales[test].language === language)
  // A second language gives points only while its test counts: none on a scale of the past does.
  const inUse = (test: LanguageTest) => testScales[test].scalePeriod.to === null
  const { firstLanguage, secondLanguage, spouse } = profile
  const isPartnerAsked = spouse !== null && !spouse.citizenOrPermanentResident && spouse.language !== null
  return {
    ...answers,
    age: formatDay(addMonths(today, -12 * profile.age - 5)),
    ...rawAnswers('first', turnOf(testsOf(firstLanguage.language)), firstLanguage.clb, today),
    ...(secondLanguage &&
      rawAnswers('second', turnOf(testsOf(secondLanguage.language).filter(inUse)), secondLanguage.clb, today)),
    ...(isPartnerAsked && spouse.language && rawAnswers('partner', turnOf(testsOf('fr')), spouse.language, today)),
  }
}

/** Cases of the corpus as answers of the form on a day; the same ones every time. */
export const formCases = (count: number, today: Day): FormCase[] =>
  widest(readCorpus<CrsCase>('crs.jsonl').filter(isTypable), count).map((one, index) => ({
    ...one,
    answers: typed(one, index, today),
  }))
