import { testScales } from '../../../../shared/language/tests.ts'
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
  const years = Math.floor(value)
  const months = Math.floor((value - years) * 12 + 1e-9)
  return { [`${slot}.years`]: String(years), [`${slot}.months`]: months === 0 ? '' : String(months) }
}

const fourAnswers = (slot: LanguageSlot, values: AbilityLevels): Answers =>
  Object.fromEntries(abilities.map((ability) => [`${slot}.${ability}`, String(values[ability])]))

function languageAnswers(
  slot: LanguageSlot,
  stated: LanguageLevels | null,
  tests: readonly LanguageTestResult[] = [],
): Answers {
  if (!stated) return { [`${slot}.test`]: 'none' }
  // Of several tests in one language the newest.
  const own = tests.filter(({ test }) => testScales[test].language === stated.language)
  const newest = own.sort((one, other) => (one.date < other.date ? 1 : -1)).at(0)
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
    const answers = { noc, country, from, to: to ?? '', hours: hoursPerWeek?.toString() ?? '', kind: jobKind(job) }
    return Object.entries(answers).map(([part, answer]) => [`job${index + 1}.${part}`, answer])
  })
  return { jobs: String(shown.length), ...Object.fromEntries(entries) }
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
    ...(permitUntil !== undefined && { permit: permitUntil }),
    ...(submittedAt !== undefined && { submitted: instantText(submittedAt) }),
  }
}

/** Fields of a profile that the form does not ask and therefore leaves out. */
const unasked = [
  'highWageWork',
  'highWageOffer',
  'educationAssessmentDate',
  'jobOfferNoc',
  'qualifyingJobOffer',
  'fundsCad',
  'familySize',
  'destination',
  'spouseCanadianStudy',
  'relativeInCanada',
  'militaryRecruit',
] as const satisfies readonly (keyof Profile)[]

/** Names of what {@link answersOf} leaves out of a profile. */
export const leftOut = (profile: Profile): string[] => unasked.filter((field) => profile[field] !== undefined)
