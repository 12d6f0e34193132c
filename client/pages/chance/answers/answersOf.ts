import { levelsOf, rankedLevel } from '../../../../shared/language/levels.ts'
import { testScales } from '../../../../shared/language/tests.ts'
import workRules from '../../../../shared/profile/work.json'
import { abilities } from '../../../../shared/schema/common.ts'
import type {
  AbilityLevels,
  LanguageLevels,
  LanguageTestResult,
  Profile,
  WorkPeriod,
} from '../../../../shared/schema/profile.ts'
import { type Answers, jobNumbers, type LanguageSlot, type YearsSlot } from './answerIds.ts'
import { instantText } from './fieldText.ts'

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no')

function yearsAnswers(slot: YearsSlot, value: number): Answers {
  // The form asks for the last ten years; what lies further back counts nowhere.
  const recent = Math.min(value, workRules.lookBackYears)
  const years = Math.floor(recent)
  const months = Math.floor((recent - years) * 12 + 1e-9)
  return { [`${slot}.years`]: String(years), [`${slot}.months`]: months === 0 ? '' : String(months) }
}

const fourAnswers = (slot: LanguageSlot, values: AbilityLevels): Answers =>
  Object.fromEntries(abilities.map((ability) => [`${slot}.${ability}`, String(values[ability])]))

/** Of several tests in one language the newest that gives the stated levels. */
const testToShow = (stated: LanguageLevels, tests: readonly LanguageTestResult[]): LanguageTestResult | undefined =>
  tests
    .filter(({ test }) => testScales[test].language === stated.language)
    .filter((one) => abilities.every((ability) => levelsOf(one)[ability] === rankedLevel(stated.clb[ability])))
    .sort((one, other) => (one.date < other.date ? 1 : -1))
    .at(0)

function languageAnswers(
  slot: LanguageSlot,
  stated: LanguageLevels | null,
  tests: readonly LanguageTestResult[] = [],
): Answers {
  if (!stated) return { [`${slot}.test`]: 'none' }
  const newest = testToShow(stated, tests)
  if (!newest) return { [`${slot}.test`]: `levels-${stated.language}`, ...fourAnswers(slot, stated.clb) }
  return { [`${slot}.test`]: newest.test, [`${slot}.date`]: newest.date, ...fourAnswers(slot, newest.results) }
}

function partnerAnswers({ spouse }: Profile): Answers {
  if (!spouse) return { marital: 'never-married' }
  const { accompanying, citizenOrPermanentResident, education, language, canadianWorkYears } = spouse
  const married = { marital: 'married', partnerStatus: yesOrNo(citizenOrPermanentResident) }
  if (citizenOrPermanentResident) return married
  return {
    ...married,
    partnerComing: yesOrNo(accompanying),
    partnerEducation: education,
    ...yearsAnswers('partnerCanadian', canadianWorkYears),
    ...languageAnswers('partner', language && { language: 'en', clb: language }),
  }
}

function jobKind({ authorized, selfEmployed, whileFullTimeStudent }: WorkPeriod): string {
  if (authorized === false) return 'unauthorized'
  if (whileFullTimeStudent) return 'student'
  return selfEmployed ? 'self-employed' : 'employed'
}

function jobsAnswers({ work = [] }: Profile): Answers {
  const shown = work.slice(0, jobNumbers.length)
  const entries = shown.flatMap((job, index) => {
    const { noc, country, from, to, hoursPerWeek } = job
    const { qualifiedToPractise: qualified } = job
    const answers = {
      noc,
      country,
      from,
      to: to ?? '',
      hours: hoursPerWeek?.toString() ?? '',
      kind: jobKind(job),
      ...(qualified !== undefined && { qualified: yesOrNo(qualified) }),
    }
    return Object.entries(answers).map(([part, answer]) => [`job${index + 1}.${part}`, answer])
  })
  return { jobs: String(shown.length), ...Object.fromEntries(entries) }
}

function programAnswers(profile: Profile): Answers {
  const { destination, educationAssessmentDate, familySize, fundsCad, jobOfferNoc, militaryRecruit } = profile
  const { relativeInCanada, spouseCanadianStudy } = profile
  return {
    ...(destination !== undefined && { destination }),
    ...(educationAssessmentDate !== undefined && { assessed: educationAssessmentDate }),
    ...(familySize !== undefined && { familySize: String(familySize) }),
    ...(fundsCad !== undefined && { funds: String(Math.floor(fundsCad)) }),
    ...(relativeInCanada !== undefined && { relative: yesOrNo(relativeInCanada) }),
    ...(spouseCanadianStudy !== undefined && { partnerStudy: yesOrNo(spouseCanadianStudy) }),
    ...(jobOfferNoc !== undefined && { offerNoc: jobOfferNoc }),
    ...(militaryRecruit && {
      military: 'yes',
      militaryNoc: militaryRecruit.noc,
      militaryYears: String(Math.floor(militaryRecruit.foreignServiceYears)),
      militaryOffer: yesOrNo(militaryRecruit.forcesOffer),
    }),
  }
}

/** The answers that give a profile, so that a saved one can be looked at and changed. */
export function answersOf(profile: Profile): Answers {
  const { languageTests, canadianStudy, permitUntil, submittedAt } = profile
  return {
    ...partnerAnswers(profile),
    age: profile.birthDate ?? String(profile.age),
    education: profile.education,
    credential: yesOrNo(canadianStudy !== 'none'),
    ...(canadianStudy !== 'none' && { credentialLevel: canadianStudy }),
    ...languageAnswers('first', profile.firstLanguage, languageTests),
    ...languageAnswers('second', profile.secondLanguage, languageTests),
    ...yearsAnswers('canadian', profile.canadianWorkYears),
    ...yearsAnswers('foreign', profile.foreignWorkYears),
    certificate: yesOrNo(profile.tradeCertificate),
    jobOffer: profile.jobOffer,
    nomination: yesOrNo(profile.provincialNomination),
    sibling: yesOrNo(profile.sibling),
    ...jobsAnswers(profile),
    ...programAnswers(profile),
    ...(permitUntil !== undefined && { permit: permitUntil }),
    ...(submittedAt !== undefined && { submitted: instantText(submittedAt) }),
  }
}

/** What of a profile the form cannot show. */
const leftOutKinds = [
  'highWageWork',
  'highWageOffer',
  'qualifyingJobOffer',
  'jobs',
  'tests',
  'years',
  'months',
  'partner',
] as const
export type LeftOut = (typeof leftOutKinds)[number]

function hidesTests({ languageTests = [], firstLanguage, secondLanguage }: Profile): boolean {
  const shown = [firstLanguage, secondLanguage].filter((one) => one && testToShow(one, languageTests))
  return languageTests.length > shown.length
}

/** Not whole months: 1.99 years are shown as one year and 11 months. */
const isBetweenMonths = (years: number): boolean => Math.abs(years * 12 - Math.round(years * 12)) > 1e-6

/** Points of a partner who is a citizen or permanent resident do not count, and are not asked. */
const hidesPartner = ({ spouse }: Profile): boolean =>
  spouse?.citizenOrPermanentResident === true &&
  (spouse.education !== 'less-than-secondary' || spouse.language !== null || spouse.canadianWorkYears > 0)

/** What {@link answersOf} leaves out of a profile. */
export function leftOut(profile: Profile): LeftOut[] {
  const { highWageWork, highWageOffer, qualifyingJobOffer, jobOffer, work: jobs = [], spouse } = profile
  const years = [profile.canadianWorkYears, profile.foreignWorkYears, spouse?.canadianWorkYears ?? 0]
  const isLeft: Record<LeftOut, boolean> = {
    highWageWork: (highWageWork ?? 'none') !== 'none',
    highWageOffer: (highWageOffer ?? 'none') !== 'none',
    qualifyingJobOffer: qualifyingJobOffer === true && jobOffer === 'none',
    jobs: jobs.length > jobNumbers.length,
    tests: hidesTests(profile),
    years: years.some((one) => one > workRules.lookBackYears),
    months: years.some(isBetweenMonths),
    partner: hidesPartner(profile),
  }
  return leftOutKinds.filter((one) => isLeft[one])
}
