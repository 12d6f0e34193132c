import { abilities } from '../schema/common.ts'
import { educationLevels } from '../schema/profile.ts'
import type { Provisions, Ruleset } from '../schema/ruleset.ts'
import { lowestOfPacked, MOST_AGE_YEARS, MOST_WORK_YEARS, trait } from './columns.ts'
import { atThreshold, FOUR_BITS, type RuleParts, ruleParts, unfold } from './parts.ts'

/**
 * A ruleset unfolded into lookup tables, so that a score is a dozen array reads. Tables that differ with and without an
 * accompanying spouse hold both halves: index `(withSpouse << bits) | value`.
 */
export interface CompiledRuleset {
  readonly id: string
  readonly age: Int16Array
  readonly education: Int16Array
  readonly firstLanguage: Int16Array
  readonly secondLanguage: Int16Array
  readonly canadianWork: Int16Array
  readonly spouseEducation: Int16Array
  readonly spouseLanguage: Int16Array
  readonly spouseCanadianWork: Int16Array
  /** Section C after its caps. Index: education 3 bits, Canadian years, foreign years, lowest level 4 bits each, certificate 1. */
  readonly transferability: Int16Array
  /** Section D after its cap. Index: the `traits` column from `trait.additionalShift` on (10 bits), then the French class. */
  readonly additional: Int16Array
  /** Lowest of the four abilities by packed levels. */
  readonly lowestLevel: Uint8Array
  readonly minimumFrench: number
  readonly minimumEnglish: number
  readonly parts: RuleParts
}

const PACKED_LEVELS = 1 << 16
const ADDITIONAL_BITS = 10
const FRENCH_CLASSES = 3
const unlimited = Number.POSITIVE_INFINITY

interface ByColumn<Table> {
  withSpouse: Table
  withoutSpouse: Table
}

/** Both halves of a table, the half without a spouse first. */
function bothColumns<Table>(
  tables: ByColumn<Table>,
  length: number,
  valueAt: (table: Table, index: number) => number,
): Int16Array {
  return unfold(2 * length, (index) =>
    index < length ? valueAt(tables.withoutSpouse, index) : valueAt(tables.withSpouse, index - length),
  )
}

/** Points of four abilities added up, for every packed combination; `cap` limits the sum. */
function languageTable(table: Readonly<Record<string, number>>, cap: number): Int16Array {
  const points = unfold(FOUR_BITS, (level) => atThreshold(table, level))
  return unfold(PACKED_LEVELS, (packed) => {
    let sum = 0
    for (let ability = 0; ability < abilities.length; ability++) sum += points[(packed >> (4 * ability)) & 15]
    return Math.min(sum, cap)
  })
}

function languageTables(tables: ByColumn<Record<string, number>>, caps: ByColumn<number>): Int16Array {
  const both = new Int16Array(2 * PACKED_LEVELS)
  both.set(languageTable(tables.withoutSpouse, caps.withoutSpouse))
  both.set(languageTable(tables.withSpouse, caps.withSpouse), PACKED_LEVELS)
  return both
}

function transferabilityTable(parts: RuleParts): Int16Array {
  return unfold(PACKED_LEVELS, (index) => {
    const educationRow = 3 * (parts.educationTier[index & 7] ?? 0)
    const canadianColumn = parts.canadianColumn[(index >> 3) & 15]
    const foreignRow = 3 * parts.foreignTier[(index >> 7) & 15]
    const level = (index >> 11) & 15
    const languageColumn = parts.languageColumn[level]
    const educationPair =
      parts.educationLanguage[educationRow + languageColumn] +
      parts.educationCanadianWork[educationRow + canadianColumn]
    const foreignPair =
      parts.foreignLanguage[foreignRow + languageColumn] + parts.foreignCanadianWork[foreignRow + canadianColumn]
    const certificate = index >> 15 === 1 ? parts.tradeCertificate[level] : 0
    const total =
      Math.min(educationPair, parts.educationPairCap) + Math.min(foreignPair, parts.foreignPairCap) + certificate
    return Math.min(total, parts.transferabilityCap)
  })
}

function additionalTable(parts: RuleParts): Int16Array {
  return unfold(FRENCH_CLASSES << ADDITIONAL_BITS, (index) => {
    const traits = (index & ((1 << ADDITIONAL_BITS) - 1)) << trait.additionalShift
    const total =
      (traits & trait.provincialNomination ? parts.provincialNomination : 0) +
      (traits & trait.sibling ? parts.sibling : 0) +
      (parts.canadianStudy[(traits >> trait.canadianStudyShift) & 3] ?? 0) +
      (parts.jobOffer[(traits >> trait.jobOfferShift) & 3] ?? 0) +
      parts.highWage[(traits >> trait.highWageWorkShift) & 15] +
      parts.french[index >> ADDITIONAL_BITS]
    return Math.min(total, parts.additionalCap)
  })
}

const lowestLevel = Uint8Array.from({ length: PACKED_LEVELS }, (_, packed) => lowestOfPacked(packed))

function coreTables({ core, spouse }: Provisions) {
  const ages = MOST_AGE_YEARS + 1
  const years = MOST_WORK_YEARS + 1
  const uncapped = { withSpouse: unlimited, withoutSpouse: unlimited }
  return {
    age: bothColumns(core.age, ages, atThreshold),
    education: bothColumns(core.education, educationLevels.length, (table, level) => table[educationLevels[level]]),
    firstLanguage: languageTables(core.firstLanguage, uncapped),
    secondLanguage: languageTables(core.secondLanguage, core.secondLanguage.cap),
    canadianWork: bothColumns(core.canadianWork, years, atThreshold),
    spouseEducation: Int16Array.from(educationLevels, (level) => spouse.education.points[level]),
    spouseLanguage: languageTable(spouse.language.points, unlimited),
    spouseCanadianWork: unfold(years, (value) => atThreshold(spouse.canadianWork.points, value)),
  }
}

/** Unfolds a resolved ruleset into the tables of the kernel: some milliseconds, once a ruleset. */
export function compileRuleset({ id, provisions }: Pick<Ruleset, 'id' | 'provisions'>): CompiledRuleset {
  const parts = ruleParts(provisions)
  return {
    id,
    ...coreTables(provisions),
    transferability: transferabilityTable(parts),
    additional: additionalTable(parts),
    lowestLevel,
    minimumFrench: provisions.additional.french.minimumFrench,
    minimumEnglish: provisions.additional.french.minimumEnglish,
    parts,
  }
}
