import {
  type AbilityLevels,
  canadianStudyLevels,
  educationLevels,
  highWageLevels,
  jobOfferKinds,
  type Profile,
} from '../schema/profile.ts'

/**
 * What the CRS reads of a candidate, as columns: row `i` of every array is one person. Years are completed years.
 * Levels of a language are packed into 16 bits, four bits an ability (see {@link packLevels}).
 */
export interface ScoringColumns {
  readonly ageYears: Uint8Array
  /** Index into `educationLevels`. */
  readonly education: Uint8Array
  readonly firstLanguage: Uint16Array
  /** 0 when there is none. */
  readonly secondLanguage: Uint16Array
  readonly canadianWorkYears: Uint8Array
  readonly foreignWorkYears: Uint8Array
  readonly spouseEducation: Uint8Array
  readonly spouseLanguage: Uint16Array
  readonly spouseCanadianWorkYears: Uint8Array
  /** Yes-no facts and small choices, packed; see {@link trait}. */
  readonly traits: Uint16Array
}

/** Most completed years of work and of age a column holds; more scores alike. */
export const MOST_WORK_YEARS = 15
export const MOST_AGE_YEARS = 127

/** Bits of the `traits` column. From `additionalShift` on they index the table of section D. */
export const trait = {
  scoredWithSpouse: 1 << 0,
  tradeCertificate: 1 << 1,
  frenchIsFirst: 1 << 2,
  additionalShift: 3,
  provincialNomination: 1 << 3,
  sibling: 1 << 4,
  canadianStudyShift: 5,
  jobOfferShift: 7,
  highWageWorkShift: 9,
  highWageOfferShift: 11,
} as const

/** Four CLB or NCLC levels (0..15 each) in 16 bits: listening in the lowest four, then reading, writing, speaking. */
export const packLevels = ({ listening, reading, writing, speaking }: AbilityLevels): number =>
  listening | (reading << 4) | (writing << 8) | (speaking << 12)

export const lowestOfPacked = (packed: number): number =>
  Math.min(packed & 15, (packed >> 4) & 15, (packed >> 8) & 15, (packed >> 12) & 15)

export function scoringColumns(length: number): ScoringColumns {
  return {
    ageYears: new Uint8Array(length),
    education: new Uint8Array(length),
    firstLanguage: new Uint16Array(length),
    secondLanguage: new Uint16Array(length),
    canadianWorkYears: new Uint8Array(length),
    foreignWorkYears: new Uint8Array(length),
    spouseEducation: new Uint8Array(length),
    spouseLanguage: new Uint16Array(length),
    spouseCanadianWorkYears: new Uint8Array(length),
    traits: new Uint16Array(length),
  }
}

const workYears = (years: number): number => Math.min(Math.floor(years), MOST_WORK_YEARS)

/** "With spouse" only if the partner comes along and is neither a citizen nor a permanent resident (MI s. 1). */
const isScoredWithSpouse = ({ spouse }: Profile): boolean =>
  spouse?.accompanying === true && !spouse.citizenOrPermanentResident

function traitsOf(profile: Profile): number {
  return (
    (isScoredWithSpouse(profile) ? trait.scoredWithSpouse : 0) |
    (profile.tradeCertificate ? trait.tradeCertificate : 0) |
    (profile.firstLanguage.language === 'fr' ? trait.frenchIsFirst : 0) |
    (profile.provincialNomination ? trait.provincialNomination : 0) |
    (profile.sibling ? trait.sibling : 0) |
    (canadianStudyLevels.indexOf(profile.canadianStudy) << trait.canadianStudyShift) |
    (jobOfferKinds.indexOf(profile.jobOffer) << trait.jobOfferShift) |
    (highWageLevels.indexOf(profile.highWageWork ?? 'none') << trait.highWageWorkShift) |
    (highWageLevels.indexOf(profile.highWageOffer ?? 'none') << trait.highWageOfferShift)
  )
}

/** Writes a valid profile into row `row`; fractional years become completed years. */
export function encodeProfile(columns: ScoringColumns, row: number, profile: Profile): void {
  const { spouse } = profile
  columns.ageYears[row] = Math.min(profile.age, MOST_AGE_YEARS)
  columns.education[row] = educationLevels.indexOf(profile.education)
  columns.firstLanguage[row] = packLevels(profile.firstLanguage.clb)
  columns.secondLanguage[row] = profile.secondLanguage ? packLevels(profile.secondLanguage.clb) : 0
  columns.canadianWorkYears[row] = workYears(profile.canadianWorkYears)
  columns.foreignWorkYears[row] = workYears(profile.foreignWorkYears)
  columns.spouseEducation[row] = spouse ? educationLevels.indexOf(spouse.education) : 0
  columns.spouseLanguage[row] = spouse?.language ? packLevels(spouse.language) : 0
  columns.spouseCanadianWorkYears[row] = spouse ? workYears(spouse.canadianWorkYears) : 0
  columns.traits[row] = traitsOf(profile)
}
