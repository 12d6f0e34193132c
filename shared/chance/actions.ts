import { assessmentEnd } from '../eligibility/facts.ts'
import { testScales } from '../language/tests.ts'
import { proofEnd } from '../language/validity.ts'
import { addMonths, type Day, formatDay, formatInstant, instantOfDay, parseDay } from '../lib/day.ts'
import { countsForCrs } from '../profile/countedWork.ts'
import { otherApplicant, type PartnerFacts, partnerLevels } from '../profile/otherApplicant.ts'
import type { ActionKind } from '../schema/chance.ts'
import { abilities } from '../schema/common.ts'
import {
  type AbilityLevels,
  educationLevels,
  type LanguageLevels,
  type LanguageTestResult,
  type Profile,
  type Spouse,
  type WorkPeriod,
} from '../schema/profile.ts'
import assumptions from './assumptions/actions.json'
import { DAYS_PER_YEAR, type OngoingWork, ongoingWork, type PathOptions } from './path.ts'

const MONTHS_PER_YEAR = 12

/** What an action starts from: who the person is then, and where they work. */
export interface Doer {
  profile: Profile
  works: OngoingWork
}

/** Who somebody is once an action counts. */
export interface Done extends Doer {
  /** The day its points and streams show, where that is later: a renewal matters when the old one would have ended. */
  showsOn?: Day
}

/** What an action is about: two about the same thing cannot be combined. */
type Aim =
  | 'language'
  | 'french'
  | 'credential'
  | 'work'
  | 'nomination'
  | 'applicant'
  | 'partner'
  | 'test'
  | 'assessment'

/** What actions are planned under. */
export interface ActionOptions extends PathOptions {
  /** The couple with the partner as the principal applicant, where more is known of the partner than a profile says. */
  otherApplicant?: Profile
}

interface ActionRule {
  aim: Aim
  /** Who the person is with it from a day on; undefined where it changes nothing, or cannot be done. */
  apply(doer: Doer, from: Day, options: ActionOptions): Done | undefined
}

interface UnknownPartner extends Pick<PartnerFacts, 'foreignWorkYears' | 'tradeCertificate' | 'canadianStudy'> {
  language: LanguageLevels['language']
}

/** Levels raised to at least a level. */
const raised = (levels: AbilityLevels, level: number): AbilityLevels =>
  Object.fromEntries(abilities.map((ability) => [ability, Math.max(levels[ability], level)])) as AbilityLevels

/** New results of a language replace its dated tests, which no longer give the levels. */
function withoutTests(profile: Profile, language: 'en' | 'fr'): Profile {
  const { languageTests, ...rest } = profile
  const others = languageTests?.filter(({ test }) => testScales[test].language !== language) ?? []
  return others.length > 0 ? { ...rest, languageTests: others } : rest
}

function withFirstLanguage({ profile, works }: Doer, level: number): Done | undefined {
  const { language, clb } = profile.firstLanguage
  if (abilities.every((ability) => clb[ability] >= level)) return undefined
  return {
    works,
    profile: { ...withoutTests(profile, language), firstLanguage: { language, clb: raised(clb, level) } },
  }
}

function withFrench({ profile, works }: Doer, level: number): Done | undefined {
  if (profile.firstLanguage.language === 'fr') return undefined
  const clb = profile.secondLanguage?.clb ?? { listening: 0, reading: 0, writing: 0, speaking: 0 }
  if (abilities.every((ability) => clb[ability] >= level)) return undefined
  const secondLanguage = { language: 'fr', clb: raised(clb, level) } as const
  return { works, profile: { ...withoutTests(profile, 'fr'), secondLanguage } }
}

function withNextCredential({ profile, works }: Doer): Done | undefined {
  const education = educationLevels[educationLevels.indexOf(profile.education) + 1]
  return education && { works, profile: { ...profile, education } }
}

/**
 * Jobs with one more from a day on, in the occupation of the last skilled one, and those that go on ended on that day. Without a
 * skilled one the occupation stays open, and so do all jobs in the country: they would speak against the work that is assumed.
 */
function withJob(work: readonly WorkPeriod[], country: 'canada' | 'abroad', begins: Day): WorkPeriod[] {
  const noc = work.findLast(countsForCrs)?.noc
  if (noc === undefined) return work.filter((job) => job.country !== country)
  const date = formatDay(begins)
  const ended = work.flatMap((job) => {
    if (job.to) return job
    return parseDay(job.from) < begins ? { ...job, to: date } : []
  })
  return [...ended, { noc, country, from: date }]
}

/** A year of full-time skilled work in a country that counts on a day; for whoever works there anyway it comes by itself. */
function withYearOfWork(
  { profile }: Doer,
  country: 'canada' | 'abroad',
  from: Day,
  options: PathOptions,
): Done | undefined {
  const before = ongoingWork(profile, options)
  if (before[country] > 0 || (country === 'abroad' && before.canada > 0)) return undefined
  const years = country === 'canada' ? 'canadianWorkYears' : 'foreignWorkYears'
  // What is gained by working on is counted from today: taken off here, so that the year is complete the day before.
  const gainedByThen = (from - 1 - options.today) / DAYS_PER_YEAR
  const begins = addMonths(from, -MONTHS_PER_YEAR)
  return {
    works: { canada: country === 'canada' ? 1 : 0, abroad: country === 'abroad' ? 1 : 0 },
    profile: {
      ...profile,
      [years]: profile[years] + 1 - gainedByThen,
      ...(profile.work && { work: withJob(profile.work, country, begins) }),
    },
  }
}

/** What a profile does not say of a partner, as assumed. */
function unknownFacts(spouse: Spouse): Omit<PartnerFacts, 'age'> {
  const { language, ...facts } = assumptions.unknownPartner as UnknownPartner
  return { ...facts, firstLanguage: partnerLevels(spouse, language) }
}

/**
 * The partner as the applicant, who submits a new profile. What a profile does not say of a partner is assumed,
 * unless the request tells it.
 */
function withOtherApplicant({ profile }: Doer, from: Day, options: ActionOptions): Done | undefined {
  const { spouse } = profile
  if (!spouse || spouse.citizenOrPermanentResident) return undefined
  if (!options.otherApplicant && !spouse.language) return undefined
  const other = options.otherApplicant ?? otherApplicant(profile, spouse, { ...unknownFacts(spouse), age: profile.age })
  const submitted = { ...other, submittedAt: formatInstant(instantOfDay(from)) }
  return { profile: submitted, works: ongoingWork(submitted, options) }
}

/** The tests taken again, with the same results, where their proof ends in time to matter. */
function withRenewedTests({ profile, works }: Doer, from: Day, { until }: PathOptions): Done | undefined {
  const { firstLanguage, secondLanguage, languageTests = [] } = profile
  const stated = [firstLanguage, ...(secondLanguage ? [secondLanguage] : [])]
  const ends = stated.flatMap((one) => {
    const end = proofEnd(one, languageTests)
    return end !== undefined && end <= until ? [{ language: one.language, end }] : []
  })
  if (ends.length === 0) return undefined
  const isRenewed = ({ test }: LanguageTestResult) =>
    ends.some(({ language }) => language === testScales[test].language)
  const tests = languageTests.map((one) => (isRenewed(one) ? { ...one, date: formatDay(from) } : one))
  return {
    works,
    profile: { ...profile, languageTests: tests },
    showsOn: Math.max(from, Math.min(...ends.map(({ end }) => end))),
  }
}

function withRenewedAssessment({ profile, works }: Doer, from: Day, { until }: PathOptions): Done | undefined {
  const ends = assessmentEnd(profile)
  if (ends === undefined || ends > until) return undefined
  return { works, profile: { ...profile, educationAssessmentDate: formatDay(from) }, showsOn: Math.max(from, ends) }
}

/** What a person may do. Everything is asked only of those whom it changes. */
export const actionRules: { readonly [kind in Exclude<ActionKind, 'renew-profile'>]: ActionRule } = {
  'language-to-9': { aim: 'language', apply: (doer) => withFirstLanguage(doer, 9) },
  'language-to-10': { aim: 'language', apply: (doer) => withFirstLanguage(doer, 10) },
  'french-to-5': { aim: 'french', apply: (doer) => withFrench(doer, 5) },
  'french-to-7': { aim: 'french', apply: (doer) => withFrench(doer, 7) },
  'next-credential': { aim: 'credential', apply: withNextCredential },
  'canadian-year': { aim: 'work', apply: (doer, from, options) => withYearOfWork(doer, 'canada', from, options) },
  'foreign-year': { aim: 'work', apply: (doer, from, options) => withYearOfWork(doer, 'abroad', from, options) },
  nomination: {
    aim: 'nomination',
    apply: ({ profile, works }) =>
      profile.provincialNomination ? undefined : { works, profile: { ...profile, provincialNomination: true } },
  },
  'other-applicant': { aim: 'applicant', apply: withOtherApplicant },
  'spouse-not-coming': {
    aim: 'partner',
    apply: ({ profile, works }) =>
      profile.spouse?.accompanying
        ? { works, profile: { ...profile, spouse: { ...profile.spouse, accompanying: false } } }
        : undefined,
  },
  'renew-test': { aim: 'test', apply: withRenewedTests },
  'renew-assessment': { aim: 'assessment', apply: withRenewedAssessment },
}
export type DoneAction = keyof typeof actionRules

/** Whether actions can be done together: no two about the same thing, and nothing about a person who is no longer the applicant. */
export function areCompatible(kinds: readonly DoneAction[]): boolean {
  const aims = kinds.map((kind) => actionRules[kind].aim)
  return new Set(aims).size === aims.length && (kinds.length === 1 || !aims.includes('applicant'))
}
