import type { Stream } from '../schema/common.ts'
import type { CanadianStudy, EducationLevel, HighWageLevel, JobOffer } from '../schema/profile.ts'
import type { ItaOutcome } from '../schema/scenario.ts'
import file from './assumptions/population.json'
import type { BandGroup } from './bands.ts'

/** Weights by value; they need not add up to anything. */
type Weights = { [value: string]: number | undefined }

/** A named kind of candidate, with the distributions its people are drawn from. */
export interface Archetype {
  name: string
  /** Relative weight among submitted, eligible profiles. */
  share: number
  basis: string
  inCanada: number
  /** By age band, `"25-29"`; even within a band. */
  ages: Weights
  education: { [level in EducationLevel]?: number }
  canadianStudy: { [level in CanadianStudy]?: number }
  canadianWorkYears: Weights
  foreignWorkYears: Weights
  firstLanguage: { en: number; fr: number }
  /** CLB or NCLC around which the four abilities lie. */
  firstLevel: Weights
  secondLevel: Weights
  /** Multiplies the share of married people of that age. */
  spouseFactor: number
  tradeCertificate: number
  sibling: number
  nomination: number
  jobOffer: { [kind in JobOffer]?: number }
  occupations: Weights
}

/** Everything assumed about the people of the pool; each part says in `basis` what it leans on. */
export interface PopulationAssumptions {
  version: string
  archetypes: Archetype[]
  abilityDeviation: { listening: Weights; reading: Weights; writing: Weights; speaking: Weights }
  youngestAgeAtLevel: { [level in EducationLevel]: number }
  spouse: {
    /** Share of married people from that age on. */
    marriedByAge: { [age: string]: number }
    accompanying: number
    citizenOrPermanentResident: number
    /** Share of spouses with the candidate's own level of education. */
    sameEducation: number
    education: { [level in EducationLevel]: number }
    languageLevel: Weights
    canadianWorkYears: Weights
  }
  /** Months in the main occupation within the last three years, `"6-11"`. */
  occupationMonths: { weights: Weights }
  /** Level on the list of high-wage occupations by TEER of the main occupation. */
  highWage: { byTeer: { [teer: string]: { [level in HighWageLevel]?: number } } }
  /** Share of nominees among those with 601 and more. */
  nomineeShare: { of601AndMore: number }
  arrivals: {
    /** Bound of the number of new people a day, for limits. */
    mostPerDay: number
    nomineesPerDay: number
    /** Share of the inferred inflow of a band group that is new people: the rest is growth and return of people known before. */
    shareOfInflow: { [group in Exclude<BandGroup, '601-1200'>]: number }
    /** Relative weight of Sunday ... Saturday. */
    weekdayWeights: number[]
    /** Relative weight of January ... December, nominees apart. */
    monthWeights: number[]
    /** Relative weight of January ... December among the nominees of a year. */
    nomineeMonthWeights: number[]
  }
  /** What futures of an ensemble differ in besides chance; standard deviations. */
  uncertainty: { nominees: number; outcomesLogOdds: number; inflowChangeOfAYear: number; mostFactor: number }
  /** How long people have been in the pool: relative density by days since submission, linear between the points. */
  timeInPool: { densityByDay: { [day: string]: number } }
  attrition: { withdrawalPerDay: number; validityMonths: number }
  invitations: {
    daysToApply: number
    responseDays: { from: number; to: number }
    outcomes: { [stream in Stream]: ItaOutcome }
  }
}

/** The assumptions that ship with the product, `assumptions/population.json`. */
export const populationAssumptions: PopulationAssumptions = file
