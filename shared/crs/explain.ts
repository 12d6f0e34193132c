import { abilities } from '../schema/common.ts'
import type { AbilityLevels, Profile } from '../schema/profile.ts'
import type { Provisions, Ruleset } from '../schema/ruleset.ts'
import { sources as knownSources } from './ruleset.ts'

/** One line of an explanation: a rule, the fact it looked at, the points it gave, and who says so. */
export interface ExplanationLine {
  /** Place in the rule tree, e.g. `core.age`. */
  rule: string
  /** The fact of the profile the rule read, e.g. `29` or `"two-or-more"`. */
  fact: string | number | boolean | null
  points: number
  /** Set when a cap changed the points: what they were, and the limit. */
  cap?: { before: number; limit: number }
  confidence: string
  sources: { reference: string; title: string; url?: string }[]
}

export type SectionName = 'core' | 'spouse' | 'transferability' | 'additional'

export interface Explanation {
  rulesetId: string
  scoredWithSpouse: boolean
  sections: ExplanationSection[]
  total: number
}

export interface ExplanationSection {
  section: SectionName
  lines: ExplanationLine[]
  /** Set when the section's own cap changed its total. */
  cap?: { before: number; limit: number }
  total: number
}

interface Cited {
  sources: string[]
  confidence: string
}

const line = (rule: string, fact: ExplanationLine['fact'], points: number, cited: Cited): ExplanationLine => ({
  rule,
  fact,
  points,
  confidence: cited.confidence,
  sources: cited.sources.map((name) => knownSources[name] ?? { reference: name, title: name }),
})

function capped(one: ExplanationLine, limit: number): ExplanationLine {
  return one.points > limit ? { ...one, points: limit, cap: { before: one.points, limit } } : one
}

const sum = (lines: readonly ExplanationLine[]): number => lines.reduce((total, { points }) => total + points, 0)

/** Looks a number up in a table of lower bounds, the way a person reads it: down to the last row that still holds. */
function lookUp(table: Readonly<Record<string, number>>, value: number): number {
  const bounds = Object.keys(table)
    .map(Number)
    .sort((a, b) => a - b)
  const row = bounds.filter((bound) => bound <= value).at(-1)
  return row === undefined ? 0 : table[String(row)]
}

const lowest = (levels: AbilityLevels): number => Math.min(...abilities.map((ability) => levels[ability]))
const inWords = (levels: AbilityLevels): string => abilities.map((ability) => levels[ability]).join(' ')
const languagePoints = (table: Readonly<Record<string, number>>, levels: AbilityLevels): number =>
  abilities.reduce((total, ability) => total + lookUp(table, levels[ability]), 0)

function coreLines(profile: Profile, { core }: Provisions, column: 'withSpouse' | 'withoutSpouse'): ExplanationLine[] {
  const { firstLanguage, secondLanguage } = profile
  const canadianYears = Math.floor(profile.canadianWorkYears)
  const second = secondLanguage ? languagePoints(core.secondLanguage[column], secondLanguage.clb) : 0
  return [
    line('core.age', profile.age, lookUp(core.age[column], profile.age), core.age),
    line('core.education', profile.education, core.education[column][profile.education], core.education),
    line(
      'core.firstLanguage',
      inWords(firstLanguage.clb),
      languagePoints(core.firstLanguage[column], firstLanguage.clb),
      core.firstLanguage,
    ),
    capped(
      line('core.secondLanguage', secondLanguage && inWords(secondLanguage.clb), second, core.secondLanguage),
      core.secondLanguage.cap[column],
    ),
    line('core.canadianWork', canadianYears, lookUp(core.canadianWork[column], canadianYears), core.canadianWork),
  ]
}

function spouseLines(spouse: NonNullable<Profile['spouse']>, { spouse: rules }: Provisions): ExplanationLine[] {
  const years = Math.floor(spouse.canadianWorkYears)
  const language = spouse.language ? languagePoints(rules.language.points, spouse.language) : 0
  return [
    line('spouse.education', spouse.education, rules.education.points[spouse.education], rules.education),
    line('spouse.language', spouse.language && inWords(spouse.language), language, rules.language),
    line('spouse.canadianWork', years, lookUp(rules.canadianWork.points, years), rules.canadianWork),
  ]
}

/** Two lines of a pair, the second cut so that both together stay within the cap. */
function pair(first: ExplanationLine, second: ExplanationLine, limit: number): ExplanationLine[] {
  const kept = capped(first, limit)
  return [kept, capped(second, limit - kept.points)]
}

function transferabilityLines(profile: Profile, { transferability: rules }: Provisions): ExplanationLine[] {
  const level = lowest(profile.firstLanguage.clb)
  const canadianYears = Math.floor(profile.canadianWorkYears)
  const foreignYears = Math.floor(profile.foreignWorkYears)
  const educationTier = rules.educationTier.tier[profile.education]
  const foreignTier = lookUp(rules.foreignWorkTier.tier, foreignYears)
  const language = lookUp(rules.languageColumn.column, level)
  const canadian = lookUp(rules.canadianWorkColumn.column, canadianYears)
  const certificate = profile.tradeCertificate ? lookUp(rules.tradeCertificate.points, level) : 0
  const cell = (name: 'educationLanguage' | 'educationCanadianWork' | 'foreignLanguage' | 'foreignCanadianWork') => {
    const isEducation = name.startsWith('education')
    const tier = isEducation ? educationTier : foreignTier
    const column = name.endsWith('Language') ? language : canadian
    const fact = isEducation ? profile.education : foreignYears
    return line(`transferability.${name}`, fact, rules[name].grid[tier][column], rules[name])
  }
  return [
    ...pair(cell('educationLanguage'), cell('educationCanadianWork'), rules.caps.educationPair),
    ...pair(cell('foreignLanguage'), cell('foreignCanadianWork'), rules.caps.foreignPair),
    line('transferability.tradeCertificate', profile.tradeCertificate, certificate, rules.tradeCertificate),
  ]
}

function frenchPoints(profile: Profile, { french }: Provisions['additional']): number {
  const languages = [profile.firstLanguage, profile.secondLanguage]
  const levelIn = (wanted: 'en' | 'fr'): number => {
    const found = languages.find((one) => one?.language === wanted)
    return found ? lowest(found.clb) : 0
  }
  if (levelIn('fr') < french.minimumFrench) return 0
  return (levelIn('en') >= french.minimumEnglish ? french.points.withEnglish : french.points.frenchAlone) ?? 0
}

function highWagePoints(profile: Profile, { highWage }: Provisions['additional']): number {
  const { highWageWork = 'none', highWageOffer = 'none' } = profile
  const work = highWageWork === 'none' ? 0 : (highWage.work[highWageWork] ?? 0)
  const offer = highWageOffer === 'none' ? 0 : (highWage.offer[highWageOffer] ?? 0)
  return highWage.combine === 'sum' ? work + offer : Math.max(work, offer)
}

function additionalLines(profile: Profile, { additional: rules }: Provisions): ExplanationLine[] {
  const { jobOffer, canadianStudy } = profile
  const offer = jobOffer === 'none' ? 0 : (rules.jobOffer.points[jobOffer] ?? 0)
  const study = canadianStudy === 'none' ? 0 : (rules.canadianStudy.points[canadianStudy] ?? 0)
  const nomination = profile.provincialNomination ? (rules.provincialNomination.points ?? 0) : 0
  const french = frenchPoints(profile, rules)
  const highWage = highWagePoints(profile, rules)
  return [
    line('additional.provincialNomination', profile.provincialNomination, nomination, rules.provincialNomination),
    line('additional.jobOffer', jobOffer, offer, rules.jobOffer),
    line('additional.french', french > 0, french, rules.french),
    line('additional.canadianStudy', canadianStudy, study, rules.canadianStudy),
    line('additional.sibling', profile.sibling, profile.sibling ? (rules.sibling.points ?? 0) : 0, rules.sibling),
    ...(highWage > 0 ? [line('additional.highWage', true, highWage, rules.highWage)] : []),
  ]
}

function section(name: SectionName, lines: ExplanationLine[], limit = Number.POSITIVE_INFINITY): ExplanationSection {
  const before = sum(lines)
  if (before <= limit) return { section: name, lines, total: before }
  return { section: name, lines, cap: { before, limit }, total: limit }
}

/**
 * Why a profile has its score: every line with its points, the cap that was applied, and its source. Written straight from
 * the rule tree, without tables or tricks; the kernel is tested against it.
 */
export function explain(profile: Profile, { id, provisions }: Ruleset): Explanation {
  const { spouse } = profile
  const scoredWithSpouse = spouse?.accompanying === true && !spouse.citizenOrPermanentResident
  const { transferability, additional } = provisions
  const sections = [
    section('core', coreLines(profile, provisions, scoredWithSpouse ? 'withSpouse' : 'withoutSpouse')),
    section('spouse', spouse && scoredWithSpouse ? spouseLines(spouse, provisions) : []),
    section('transferability', transferabilityLines(profile, provisions), transferability.caps.total),
    section('additional', additionalLines(profile, provisions), additional.cap.points),
  ]
  return { rulesetId: id, scoredWithSpouse, sections, total: sections.reduce((total, one) => total + one.total, 0) }
}
