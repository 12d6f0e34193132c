import { MOST_WORK_YEARS, packLevels, trait } from '../crs/columns.ts'
import type { RandomStream } from '../lib/random.ts'
import { type WeightedChoice, weightedChoice } from '../lib/weightedChoice.ts'
import { unitGroups } from '../profile/noc.ts'
import {
  canadianStudyLevels,
  type EducationLevel,
  educationLevels,
  highWageLevels,
  jobOfferKinds,
} from '../schema/profile.ts'
import type { Archetype, PopulationAssumptions } from './assumptions.ts'
import { fact, type PersonColumns } from './columns.ts'
import { type OccupationChoice, occupationChoice } from './occupations.ts'

/** Levels above 10 score as 10, so nobody is given one. */
export const HIGHEST_LEVEL = 10
const YOUNGEST_WORKING_AGE = 17

/** A choice among numbers written as keys, e.g. `{"7": 25, "8": 25}`. */
export function numberChoice(weights: Record<string, number | undefined>): (random: RandomStream) => number {
  const values = Object.keys(weights).map(Number)
  const choice = weightedChoice(values.map((value) => weights[String(value)] ?? 0))
  return (random) => values[choice.pick(random)]
}

/** A choice among names, drawn as the index in `names`. */
const nameChoice = (names: readonly string[], weights: Record<string, number | undefined>): WeightedChoice =>
  weightedChoice(names.map((name) => weights[name] ?? 0))

/** A whole number from ranges such as `"25-29"`, even within a range. */
export function rangeChoice(weights: Record<string, number | undefined>): (random: RandomStream) => number {
  const bounds = Object.keys(weights).map((band) => band.split('-').map(Number))
  const choice = weightedChoice(Object.values(weights).map((weight) => weight ?? 0))
  return (random) => {
    const [lowest, highest] = bounds[choice.pick(random)]
    return lowest + random.integer(highest - lowest + 1)
  }
}

interface ArchetypeSampler {
  archetype: Archetype
  age: (random: RandomStream) => number
  education: WeightedChoice
  canadianStudy: WeightedChoice
  canadianWorkYears: (random: RandomStream) => number
  foreignWorkYears: (random: RandomStream) => number
  firstLevel: (random: RandomStream) => number
  secondLevel: (random: RandomStream) => number
  jobOffer: WeightedChoice
  occupation: OccupationChoice
}

/** Writes one random person of an archetype into a row; programs and score are worked out later, from what is written. */
export type PersonWriter = (columns: PersonColumns, row: number, random: RandomStream) => void

function archetypeSampler(archetype: Archetype): ArchetypeSampler {
  return {
    archetype,
    age: rangeChoice(archetype.ages),
    education: nameChoice(educationLevels, archetype.education),
    canadianStudy: nameChoice(canadianStudyLevels, archetype.canadianStudy),
    canadianWorkYears: numberChoice(archetype.canadianWorkYears),
    foreignWorkYears: numberChoice(archetype.foreignWorkYears),
    firstLevel: numberChoice(archetype.firstLevel),
    secondLevel: numberChoice(archetype.secondLevel),
    jobOffer: nameChoice(jobOfferKinds, archetype.jobOffer),
    occupation: occupationChoice(archetype.occupations),
  }
}

type LevelsWriter = (level: number, random: RandomStream) => number

/** Packed levels of the four abilities around a level; 0 stays "no result". */
export function levelsAround(deviation: PopulationAssumptions['abilityDeviation']): LevelsWriter {
  const listening = numberChoice(deviation.listening)
  const reading = numberChoice(deviation.reading)
  const writing = numberChoice(deviation.writing)
  const speaking = numberChoice(deviation.speaking)
  const near = (level: number, by: number): number => Math.min(HIGHEST_LEVEL, Math.max(0, level + by))
  return (level, random) =>
    level === 0
      ? 0
      : packLevels({
          listening: near(level, listening(random)),
          reading: near(level, reading(random)),
          writing: near(level, writing(random)),
          speaking: near(level, speaking(random)),
        })
}

/** Writes a random spouse who counts into the columns of a person. */
export function spouseWriter({ spouse: assumed, abilityDeviation }: PopulationAssumptions) {
  const levels = levelsAround(abilityDeviation)
  const education = nameChoice(educationLevels, assumed.education)
  const languageLevel = numberChoice(assumed.languageLevel)
  const canadianWorkYears = numberChoice(assumed.canadianWorkYears)
  return (columns: PersonColumns, row: number, random: RandomStream): void => {
    const isAlike = random.chance(assumed.sameEducation)
    columns.spouseEducation[row] = isAlike ? columns.education[row] : education.pick(random)
    columns.spouseLanguage[row] = levels(languageLevel(random), random)
    columns.spouseCanadianWorkYears[row] = canadianWorkYears(random)
  }
}

/** Decides whether somebody of an age has a spouse who counts. */
function spouseChance(assumed: PopulationAssumptions['spouse']) {
  const ages = Object.keys(assumed.marriedByAge).map(Number)
  const marriedAt = (age: number): number => {
    const from = ages.findLast((one) => one <= age)
    return from === undefined ? 0 : assumed.marriedByAge[String(from)]
  }
  const counts = assumed.accompanying * (1 - assumed.citizenOrPermanentResident)
  return (age: number, spouseFactor: number, random: RandomStream): boolean =>
    random.chance(marriedAt(age) * spouseFactor * counts)
}

/** A person has no spouse who counts. */
function writeNoSpouse(columns: PersonColumns, row: number): void {
  columns.spouseEducation[row] = 0
  columns.spouseLanguage[row] = 0
  columns.spouseCanadianWorkYears[row] = 0
}

/** Draws the high-wage level of an occupation, as the index in `highWageLevels`. */
function highWageChoice({ highWage }: PopulationAssumptions) {
  const byTeer = new Map(
    Object.entries(highWage.byTeer).map(([teer, weights]) => [Number(teer), nameChoice(highWageLevels, weights)]),
  )
  return (occupation: number, random: RandomStream): number =>
    byTeer.get(unitGroups[occupation].teer)?.pick(random) ?? 0
}

/**
 * A writer of random persons for each archetype: fields are drawn jointly, so that nobody is younger than their degree,
 * has worked longer than since their youth, or has four unrelated language levels.
 */
export function personWriters(assumptions: PopulationAssumptions): PersonWriter[] {
  const levels = levelsAround(assumptions.abilityDeviation)
  const hasSpouse = spouseChance(assumptions.spouse)
  const writeSpouse = spouseWriter(assumptions)
  const highWage = highWageChoice(assumptions)
  const occupationMonths = rangeChoice(assumptions.occupationMonths.weights)
  const youngestAt = educationLevels.map((level: EducationLevel) => assumptions.youngestAgeAtLevel[level])
  return assumptions.archetypes.map((archetype, index) => {
    const sampler = archetypeSampler(archetype)
    return (columns, row, random) => {
      const education = sampler.education.pick(random)
      const age = Math.max(sampler.age(random), youngestAt[education])
      const canadianYears = Math.min(sampler.canadianWorkYears(random), age - YOUNGEST_WORKING_AGE)
      const working = Math.max(0, age - YOUNGEST_WORKING_AGE - canadianYears)
      columns.education[row] = education
      columns.ageYears[row] = age
      columns.canadianWorkYears[row] = canadianYears
      columns.foreignWorkYears[row] = Math.min(sampler.foreignWorkYears(random), working, MOST_WORK_YEARS)
      columns.firstLanguage[row] = levels(sampler.firstLevel(random), random)
      columns.secondLanguage[row] = levels(sampler.secondLevel(random), random)
      columns.occupation[row] = sampler.occupation(random)
      columns.archetype[row] = index
      const offer = sampler.jobOffer.pick(random)
      const isMarried = hasSpouse(age, archetype.spouseFactor, random)
      if (isMarried) writeSpouse(columns, row, random)
      else writeNoSpouse(columns, row)
      const wageLevel = highWage(columns.occupation[row], random)
      columns.facts[row] = random.chance(archetype.inCanada) ? fact.inCanada : 0
      columns.occupationMonths[row] = occupationMonths(random)
      columns.traits[row] =
        (isMarried ? trait.scoredWithSpouse : 0) |
        (random.chance(archetype.tradeCertificate) ? trait.tradeCertificate : 0) |
        (random.chance(archetype.firstLanguage.fr) ? trait.frenchIsFirst : 0) |
        (random.chance(archetype.nomination) ? trait.provincialNomination : 0) |
        (random.chance(archetype.sibling) ? trait.sibling : 0) |
        (sampler.canadianStudy.pick(random) << trait.canadianStudyShift) |
        (offer << trait.jobOfferShift) |
        (canadianYears > 0 ? wageLevel << trait.highWageWorkShift : 0) |
        (offer > 0 ? wageLevel << trait.highWageOfferShift : 0)
    }
  })
}
