import { lowestLevel } from '../language/levels.ts'
import { proofOf } from '../language/validity.ts'
import { addMonths, completedYears, type Day, parseDay } from '../lib/day.ts'
import { type AbilityLevels, canadianStudyLevels, educationLevels, type Profile } from '../schema/profile.ts'
import { cecWork, fstWork, fswWork, hasWorkedInCanada, worksInCanadaOn } from './experience.ts'
import type { FswGridInput } from './fswGrid.ts'
import type { ReasonKey } from './reasons.ts'
import { programRules, settlementFundsNeeded } from './rules.ts'

/** What the three programs ask of a candidate on a day: the profile, with its dates resolved. */
export interface ProgramFacts {
  outsideQuebec: boolean
  firstLanguage: AbilityLevels
  languageValid: boolean
  cec: { months: number; teer: number | undefined }
  fsw: { longestRunMonths: number; educationProven: boolean; grid: FswGridInput }
  fst: { months: number }
  qualifyingJobOffer: boolean
  tradeCertificate: boolean
  /** `needed` and `has` in Canadian dollars; undefined = not published, or not told. */
  funds: { needed: number | undefined; has: number | undefined; exempt: boolean }
  /** What had to be assumed, by the program that rests on it. */
  assumptions: { all: ReasonKey[]; cec: ReasonKey[]; fsw: ReasonKey[]; fst: ReasonKey[]; funds: ReasonKey[] }
}

const hasJobOffer = ({ jobOffer, qualifyingJobOffer }: Profile): boolean => qualifyingJobOffer ?? jobOffer !== 'none'

const ageOn = ({ age, birthDate }: Profile, onDay: Day): number =>
  birthDate === undefined ? age : completedYears(parseDay(birthDate), onDay)

/** Whether a step of an ordered list is at or above another. */
const atLeast = (steps: readonly string[], step: string, minimum: string): boolean =>
  steps.indexOf(step) >= steps.indexOf(minimum)

/** The first day on which the assessment of a credential from abroad is too old; undefined when none is dated or needed. */
export function assessmentEnd({ educationAssessmentDate: assessed, canadianStudy }: Profile): Day | undefined {
  if (assessed === undefined || canadianStudy !== 'none') return undefined
  return addMonths(parseDay(assessed), programRules.fsw.education.assessmentValidMonths)
}

/** A credential in Canada speaks for itself; one abroad needs an assessment that is not too old. */
function education(profile: Profile, onDay: Day): { isProven: boolean; assumptions: ReasonKey[] } {
  const { minimumLevel, assessmentValidMonths } = programRules.fsw.education
  const isEnough = atLeast(educationLevels, profile.education, minimumLevel)
  const { educationAssessmentDate: assessed, canadianStudy } = profile
  if (!isEnough || canadianStudy !== 'none') return { isProven: isEnough, assumptions: [] }
  if (assessed === undefined) return { isProven: true, assumptions: ['assumed.educationAssessed'] }
  const day = parseDay(assessed)
  return { isProven: day <= onDay && onDay < addMonths(day, assessmentValidMonths), assumptions: [] }
}

function adaptability(profile: Profile, onDay: Day): FswGridInput['adaptability'] {
  const { minimumWorkYears, minimumStudy, minimumSpouseLevel } = programRules.fsw.grid.adaptabilityConditions
  const { spouse, canadianStudy } = profile
  const partner = spouse?.accompanying && !spouse.citizenOrPermanentResident ? spouse : null
  return {
    applicantWork: hasWorkedInCanada(profile, onDay, minimumWorkYears),
    applicantStudy: atLeast(canadianStudyLevels, canadianStudy, minimumStudy),
    spouseStudy: partner !== null && profile.spouseCanadianStudy === true,
    spouseWork: partner !== null && partner.canadianWorkYears >= minimumWorkYears,
    spouseLanguage: partner?.language ? lowestLevel(partner.language) >= minimumSpouseLevel : false,
    relative: profile.relativeInCanada ?? profile.sibling,
  }
}

function funds(profile: Profile, onDay: Day): { facts: ProgramFacts['funds']; assumptions: ReasonKey[] } {
  const familySize = profile.familySize ?? (profile.spouse ? 2 : 1)
  const needed = settlementFundsNeeded(familySize, onDay)
  const exempt = hasJobOffer(profile) && worksInCanadaOn(profile, onDay)
  const isTold = profile.fundsCad !== undefined && needed !== undefined
  const assumptions: ReasonKey[] = isTold ? [] : ['assumed.funds']
  if (isTold && profile.familySize === undefined) assumptions.push('assumed.familySize')
  return { facts: { needed, has: profile.fundsCad, exempt }, assumptions: exempt ? [] : assumptions }
}

/** Resolves a valid profile on a day. What the profile leaves open is taken kindly where IRCC would ask, and said so. */
export function programFacts(profile: Profile, onDay: Day): ProgramFacts {
  const { firstLanguage, secondLanguage, languageTests = [], destination, canadianStudy } = profile
  const firstProof = proofOf(firstLanguage, languageTests, onDay)
  const secondExpired = secondLanguage !== null && proofOf(secondLanguage, languageTests, onDay) === 'expired'
  const forCec = cecWork(profile, onDay)
  const forFsw = fswWork(profile, onDay)
  const forFst = fstWork(profile, onDay)
  const schooling = education(profile, onDay)
  const money = funds(profile, onDay)
  const qualifyingJobOffer = hasJobOffer(profile)
  const all: ReasonKey[] = firstProof === 'unstated' ? ['assumed.languageTest'] : []
  if (destination === undefined) all.push('assumed.outsideQuebec')
  const fsw: ReasonKey[] = [...forFsw.assumptions, ...schooling.assumptions]
  if (canadianStudy === 'one-or-two-years') fsw.push('assumed.shortCanadianStudy')
  if (secondExpired) fsw.push('language.secondExpired')
  return {
    outsideQuebec: destination !== 'quebec',
    firstLanguage: firstLanguage.clb,
    languageValid: firstProof !== 'expired',
    cec: { months: forCec.months, teer: forCec.teer },
    fsw: {
      longestRunMonths: forFsw.months,
      educationProven: schooling.isProven,
      grid: {
        age: ageOn(profile, onDay),
        education: profile.education,
        firstLanguage,
        secondLanguage: secondExpired ? null : secondLanguage,
        experienceYearsTotal: forFsw.totalYears,
        arrangedEmployment: qualifyingJobOffer,
        adaptability: adaptability(profile, onDay),
      },
    },
    fst: { months: forFst.months },
    qualifyingJobOffer,
    tradeCertificate: profile.tradeCertificate,
    funds: money.facts,
    assumptions: { all, cec: forCec.assumptions, fsw, fst: forFst.assumptions, funds: money.assumptions },
  }
}
