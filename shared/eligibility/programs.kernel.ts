import { atThreshold } from '../crs/parts.ts'
import { canadianStudyLevels, educationLevels } from '../schema/profile.ts'
import { programRules } from './rules.ts'
import { streamBit } from './streamBits.ts'

/** Bits of a program mask: those of the streams of the same name, so that a mask may be or-ed into a stream mask. */
export const program = { cec: streamBit('cec'), fsw: streamBit('fsw'), fst: streamBit('fst') } as const

/** Bits of {@link ProgramRow.partner}: what an accompanying partner adds to the selection grid. */
export const partnerBit = { study: 1 << 0, work: 1 << 1, language: 1 << 2 } as const

/**
 * What {@link programMask} reads of one person, small whole numbers only. Fill one such object over and over: nothing is
 * allocated then. All work is taken as recent, authorized and in one occupation.
 */
export interface ProgramRow {
  /** Four levels packed by `packLevels` of shared/crs/columns.ts. */
  firstLanguage: number
  /** Lowest of the four levels; 0 when there is no second language. */
  secondLanguageLowest: number
  ageYears: number
  /** Index into `educationLevels`. */
  education: number
  canadianWorkMonths: number
  foreignWorkYears: number
  /** TEER 0 to 5 of the occupation. */
  occupationTeer: number
  /** The rest is 0 or 1, but for the two that say otherwise. */
  isTradeOccupation: number
  tradeCertificate: number
  qualifyingJobOffer: number
  /** Index into `canadianStudyLevels`. */
  canadianStudy: number
  /** Bits of {@link partnerBit}. */
  partner: number
  relativeInCanada: number
}

const { cec, fsw, fst } = programRules
const { grid } = fsw
const { adaptability } = grid

const LEVELS = 16
const AGES = 128
const YEARS = 64
const PARTNER_FLAGS = 8

const placeOf = (choices: readonly string[], choice: string): number => choices.indexOf(choice)

const table = (length: number, points: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from({ length }, (_, value) => atThreshold(points, value))

const firstPoints = table(LEVELS, grid.languageFirst.points)
const secondPoints = table(LEVELS, grid.languageSecond.points)
const agePoints = table(AGES, grid.age.points)
const experiencePoints = table(YEARS, grid.experience.points)
const educationPoints = Uint8Array.from(educationLevels, (level) => grid.education[level])
const partnerPoints = Uint8Array.from(
  { length: PARTNER_FLAGS },
  (_, flags) =>
    (flags & partnerBit.study ? adaptability.spouseStudy : 0) +
    (flags & partnerBit.work ? adaptability.spouseWork : 0) +
    (flags & partnerBit.language ? adaptability.spouseLanguage : 0),
)
const levelByTeer: Readonly<Record<string, number>> = cec.language.minimumLevelByTeer
/** An unskilled occupation asks a level nobody has. */
const cecLevel = Uint8Array.from({ length: 6 }, (_, teer) => levelByTeer[teer] ?? LEVELS)
const isSkilledTeer = Uint8Array.from({ length: 6 }, (_, teer) => (teer in levelByTeer ? 1 : 0))

const cecMonths = cec.work.minimumMonths
const fswMonths = fsw.work.minimumMonths
const fswLevel = fsw.language.minimumLevel
const fswEducation = placeOf(educationLevels, fsw.education.minimumLevel)
const fstMonths = fst.work.minimumMonths
const {
  listening: fstListening,
  reading: fstReading,
  writing: fstWriting,
  speaking: fstSpeaking,
} = fst.language.minimumLevel
const adaptabilityMonths = 12 * grid.adaptabilityConditions.minimumWorkYears
const adaptabilityStudy = placeOf(canadianStudyLevels, grid.adaptabilityConditions.minimumStudy)

/**
 * The programs a person meets, as bits of {@link program}; 0 = does not enter the pool. The readable twin is
 * `programs.ts`, and a property test holds the two together.
 *
 * Why it is fast: all tables are module constants indexed by small integers, the cheap refusals come first, the four
 * levels are unpacked with shifts, and nothing is allocated.
 */
export function programMask(row: ProgramRow): number {
  const packed = row.firstLanguage
  const listening = packed & 15
  const reading = (packed >> 4) & 15
  const writing = (packed >> 8) & 15
  const speaking = packed >> 12
  const lowestHeard = listening < speaking ? listening : speaking
  const lowestWritten = reading < writing ? reading : writing
  const lowest = lowestHeard < lowestWritten ? lowestHeard : lowestWritten
  const canadianMonths = row.canadianWorkMonths
  const foreignYears = row.foreignWorkYears
  const totalMonths = canadianMonths + 12 * foreignYears
  const hasOffer = row.qualifyingJobOffer
  const teer = row.occupationTeer

  let mask = 0
  if (canadianMonths >= cecMonths && lowest >= cecLevel[teer]) mask |= program.cec

  const longestMonths = canadianMonths > 12 * foreignYears ? canadianMonths : 12 * foreignYears
  if (lowest >= fswLevel && isSkilledTeer[teer] === 1 && longestMonths >= fswMonths && row.education >= fswEducation) {
    let adapted = partnerPoints[row.partner]
    if (canadianMonths >= adaptabilityMonths) adapted += adaptability.applicantWork
    if (row.canadianStudy >= adaptabilityStudy) adapted += adaptability.applicantStudy
    if (hasOffer === 1) adapted += adaptability.arrangedEmployment
    if (row.relativeInCanada === 1) adapted += adaptability.relative
    if (adapted > adaptability.cap) adapted = adaptability.cap
    const points =
      firstPoints[listening] +
      firstPoints[reading] +
      firstPoints[writing] +
      firstPoints[speaking] +
      secondPoints[row.secondLanguageLowest] +
      educationPoints[row.education] +
      experiencePoints[(totalMonths / 12) | 0] +
      agePoints[row.ageYears] +
      (hasOffer === 1 ? grid.arrangedEmployment : 0) +
      adapted
    if (points >= grid.passMark) mask |= program.fsw
  }

  if (
    row.isTradeOccupation === 1 &&
    totalMonths >= fstMonths &&
    listening >= fstListening &&
    reading >= fstReading &&
    writing >= fstWriting &&
    speaking >= fstSpeaking &&
    (hasOffer === 1 || row.tradeCertificate === 1)
  ) {
    mask |= program.fst
  }
  return mask
}
