import type { Profile } from '../schema/profile.ts'
import { encodeProfile, scoringColumns, trait } from './columns.ts'
import { type CompiledRuleset, compileRuleset } from './compile.ts'
import { resolveRuleset } from './ruleset.ts'
import { scoreRows } from './score.kernel.ts'

/** A CRS score by section; raw parts, then `educationPair`, `foreignPair` and `total` after their caps. */
export interface Score {
  scoredWithSpouse: boolean
  core: {
    age: number
    education: number
    firstLanguage: number
    secondLanguage: number
    canadianWork: number
    total: number
  }
  spouse: { education: number; language: number; canadianWork: number; total: number }
  transferability: {
    educationLanguage: number
    educationCanadianWork: number
    foreignLanguage: number
    foreignCanadianWork: number
    tradeCertificate: number
    educationPair: number
    foreignPair: number
    total: number
  }
  additional: {
    provincialNomination: number
    jobOffer: number
    french: number
    canadianStudy: number
    sibling: number
    /** Only under a ruleset that gives points for high-wage occupations. */
    highWage?: number
    total: number
  }
  total: number
}

/** One row that {@link scoreProfile} writes and reads; nothing of it survives a call. */
const single = scoringColumns(1)
const singleScore = new Uint16Array(1)

function coreScore(rules: CompiledRuleset, withSpouse: number): Score['core'] {
  const age = rules.age[(withSpouse << 7) | single.ageYears[0]]
  const education = rules.education[(withSpouse << 3) | single.education[0]]
  const firstLanguage = rules.firstLanguage[(withSpouse << 16) | single.firstLanguage[0]]
  const secondLanguage = rules.secondLanguage[(withSpouse << 16) | single.secondLanguage[0]]
  const canadianWork = rules.canadianWork[(withSpouse << 4) | single.canadianWorkYears[0]]
  const total = age + education + firstLanguage + secondLanguage + canadianWork
  return { age, education, firstLanguage, secondLanguage, canadianWork, total }
}

function spouseScore(rules: CompiledRuleset, withSpouse: number): Score['spouse'] {
  if (withSpouse === 0) return { education: 0, language: 0, canadianWork: 0, total: 0 }
  const education = rules.spouseEducation[single.spouseEducation[0]]
  const language = rules.spouseLanguage[single.spouseLanguage[0]]
  const canadianWork = rules.spouseCanadianWork[single.spouseCanadianWorkYears[0]]
  return { education, language, canadianWork, total: education + language + canadianWork }
}

function transferabilityScore({ parts, lowestLevel }: CompiledRuleset): Score['transferability'] {
  const level = lowestLevel[single.firstLanguage[0]]
  const educationRow = 3 * parts.educationTier[single.education[0]]
  const foreignRow = 3 * parts.foreignTier[single.foreignWorkYears[0]]
  const languageColumn = parts.languageColumn[level]
  const canadianColumn = parts.canadianColumn[single.canadianWorkYears[0]]
  const educationLanguage = parts.educationLanguage[educationRow + languageColumn]
  const educationCanadianWork = parts.educationCanadianWork[educationRow + canadianColumn]
  const foreignLanguage = parts.foreignLanguage[foreignRow + languageColumn]
  const foreignCanadianWork = parts.foreignCanadianWork[foreignRow + canadianColumn]
  const tradeCertificate = single.traits[0] & trait.tradeCertificate ? parts.tradeCertificate[level] : 0
  const educationPair = Math.min(educationLanguage + educationCanadianWork, parts.educationPairCap)
  const foreignPair = Math.min(foreignLanguage + foreignCanadianWork, parts.foreignPairCap)
  return {
    educationLanguage,
    educationCanadianWork,
    foreignLanguage,
    foreignCanadianWork,
    tradeCertificate,
    educationPair,
    foreignPair,
    total: Math.min(educationPair + foreignPair + tradeCertificate, parts.transferabilityCap),
  }
}

function frenchClass({ lowestLevel, minimumFrench, minimumEnglish }: CompiledRuleset): number {
  const first = lowestLevel[single.firstLanguage[0]]
  const second = lowestLevel[single.secondLanguage[0]]
  const frenchIsFirst = (single.traits[0] & trait.frenchIsFirst) !== 0
  if ((frenchIsFirst ? first : second) < minimumFrench) return 0
  return (frenchIsFirst ? second : first) >= minimumEnglish ? 2 : 1
}

function additionalScore(rules: CompiledRuleset): Score['additional'] {
  const { parts } = rules
  const traits = single.traits[0]
  const provincialNomination = traits & trait.provincialNomination ? parts.provincialNomination : 0
  const jobOffer = parts.jobOffer[(traits >> trait.jobOfferShift) & 3]
  const french = parts.french[frenchClass(rules)]
  const canadianStudy = parts.canadianStudy[(traits >> trait.canadianStudyShift) & 3]
  const sibling = traits & trait.sibling ? parts.sibling : 0
  const raw = provincialNomination + jobOffer + french + canadianStudy + sibling
  if (!parts.givesHighWagePoints) {
    const total = Math.min(raw, parts.additionalCap)
    return { provincialNomination, jobOffer, french, canadianStudy, sibling, total }
  }
  const highWage = parts.highWage[(traits >> trait.highWageWorkShift) & 15]
  const total = Math.min(raw + highWage, parts.additionalCap)
  return { provincialNomination, jobOffer, french, canadianStudy, sibling, highWage, total }
}

/**
 * The CRS score of one valid profile with its full breakdown. The total is the kernel's; for every line in words, with
 * caps and sources, see `explain`.
 *
 * @example
 * scoreProfile(profile, compiledRuleset('2025-03-25')).total // 533
 */
export function scoreProfile(profile: Profile, rules: CompiledRuleset): Score {
  encodeProfile(single, 0, profile)
  scoreRows(rules, single, 0, 1, singleScore)
  const withSpouse = single.traits[0] & trait.scoredWithSpouse
  return {
    scoredWithSpouse: withSpouse === 1,
    core: coreScore(rules, withSpouse),
    spouse: spouseScore(rules, withSpouse),
    transferability: transferabilityScore(rules),
    additional: additionalScore(rules),
    total: singleScore[0],
  }
}

const compiledById = new Map<string, CompiledRuleset>()

/**
 * The compiled tables of an unpatched ruleset, made once.
 *
 * @throws InputError EE_RULESET_UNKNOWN, EE_RULESET_UNFILLED
 */
export function compiledRuleset(id: string): CompiledRuleset {
  const known = compiledById.get(id)
  if (known) return known
  const compiled = compileRuleset(resolveRuleset(id))
  compiledById.set(id, compiled)
  return compiled
}
