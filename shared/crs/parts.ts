import { canadianStudyLevels, educationLevels, highWageLevels, jobOfferKinds } from '../schema/profile.ts'
import type { Provisions } from '../schema/ruleset.ts'

/** The rule tables of sections C and D as small arrays: what the full tables are built from and breakdowns read. */
export interface RuleParts {
  readonly educationTier: Int16Array
  readonly foreignTier: Int16Array
  readonly languageColumn: Int16Array
  readonly canadianColumn: Int16Array
  /** 3 x 3, index `3 * tier + column`. */
  readonly educationLanguage: Int16Array
  readonly educationCanadianWork: Int16Array
  readonly foreignLanguage: Int16Array
  readonly foreignCanadianWork: Int16Array
  /** By the lowest level of the first language. */
  readonly tradeCertificate: Int16Array
  readonly educationPairCap: number
  readonly foreignPairCap: number
  readonly transferabilityCap: number
  readonly provincialNomination: number
  readonly jobOffer: Int16Array
  /** By French class: 0 none, 1 French alone, 2 French with English. */
  readonly french: Int16Array
  readonly canadianStudy: Int16Array
  readonly sibling: number
  /** Index `work level | offer level << 2`. */
  readonly highWage: Int16Array
  readonly additionalCap: number
  readonly givesHighWagePoints: boolean
}

/** Levels and completed years fit four bits. */
export const FOUR_BITS = 16

export const unfold = (length: number, valueAt: (index: number) => number): Int16Array =>
  Int16Array.from({ length }, (_, index) => valueAt(index))

/** Value of a threshold table: the row with the highest lower bound not above `at`. */
export function atThreshold(table: Readonly<Record<string, number>>, at: number): number {
  let best = -1
  let value = 0
  for (const [bound, points] of Object.entries(table)) {
    const lower = Number(bound)
    if (lower <= at && lower > best) {
      best = lower
      value = points
    }
  }
  return value
}

const thresholdsUnfolded = (table: Readonly<Record<string, number>>): Int16Array =>
  unfold(FOUR_BITS, (value) => atThreshold(table, value))

/** Points by the index of a choice; the first choice is "none". */
const choicePoints = (choices: readonly string[], points: Readonly<Record<string, number | null>>): Int16Array =>
  Int16Array.from(choices, (choice) => points[choice] ?? 0)

function highWagePoints({ work, offer, combine }: Provisions['additional']['highWage']): Int16Array {
  const workPoints = choicePoints(highWageLevels, work)
  const offerPoints = choicePoints(highWageLevels, offer)
  return unfold(16, (index) => {
    const [a, b] = [workPoints[index & 3], offerPoints[index >> 2]]
    return combine === 'sum' ? a + b : Math.max(a, b)
  })
}

export function ruleParts({ transferability, additional }: Provisions): RuleParts {
  const highWage = highWagePoints(additional.highWage)
  return {
    educationTier: Int16Array.from(educationLevels, (level) => transferability.educationTier.tier[level]),
    foreignTier: thresholdsUnfolded(transferability.foreignWorkTier.tier),
    languageColumn: thresholdsUnfolded(transferability.languageColumn.column),
    canadianColumn: thresholdsUnfolded(transferability.canadianWorkColumn.column),
    educationLanguage: Int16Array.from(transferability.educationLanguage.grid.flat()),
    educationCanadianWork: Int16Array.from(transferability.educationCanadianWork.grid.flat()),
    foreignLanguage: Int16Array.from(transferability.foreignLanguage.grid.flat()),
    foreignCanadianWork: Int16Array.from(transferability.foreignCanadianWork.grid.flat()),
    tradeCertificate: thresholdsUnfolded(transferability.tradeCertificate.points),
    educationPairCap: transferability.caps.educationPair,
    foreignPairCap: transferability.caps.foreignPair,
    transferabilityCap: transferability.caps.total,
    provincialNomination: additional.provincialNomination.points ?? 0,
    jobOffer: choicePoints(jobOfferKinds, additional.jobOffer.points),
    french: Int16Array.of(0, additional.french.points.frenchAlone ?? 0, additional.french.points.withEnglish ?? 0),
    canadianStudy: choicePoints(canadianStudyLevels, additional.canadianStudy.points),
    sibling: additional.sibling.points ?? 0,
    highWage,
    additionalCap: additional.cap.points,
    givesHighWagePoints: highWage.some((points) => points > 0),
  }
}
