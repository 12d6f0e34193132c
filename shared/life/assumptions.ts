import type { LifeEvents } from '../schema/lifeEvents.ts'
import file from './assumptions/life.json'

type Weights = { [value: string]: number }

interface Switch {
  on: boolean
}

/** A paper that ends after so many days unless it is renewed. */
export interface ValidityAssumptions extends Switch {
  validDays: number
  /** By months since it was issued, `"3-8"`, when the profile is submitted. */
  ageAtSubmissionMonths: Weights
  /** Share who renew before it ends. */
  renewedInTime: number
  /** Of those who did not and had to leave the pool, the share who come back with a new one. */
  renewedLater: number
  laterDays: { from: number; to: number }
}

/** Everything assumed about what happens to people while they wait; each part says in `basis` what it leans on. */
export interface LifeAssumptions {
  version: string
  birthdays: Switch
  canadianExperience: Switch & { workingShare: number }
  foreignExperience: Switch & { workingShare: number }
  categoryExperience: Switch
  cecWindow: Switch & { longestGapDays: number }
  languageTestExpiry: ValidityAssumptions
  credentialExpiry: ValidityAssumptions
  languageRetakes: Switch & {
    perYear: number
    /** Relative to `perYear`, from that lowest level on. */
    willingnessByLowestLevel: Weights
    /** Levels gained in an ability, from that level on. */
    gainByLevel: { [level: string]: Weights }
  }
  nominations: Switch & {
    perDay: number
    inCanadaWeight: number
    /** Relative weight from that score on. */
    coreScoreWeights: Weights
  }
  frenchLearning: Switch & { perYear: number; level: Weights }
  marriages: Switch & { perYear: number }
  reentry: Switch & { afterExpiry: number; afterLapse: number; afterDays: { from: number; to: number } }
}

export const lifeAssumptions: LifeAssumptions = file

/** The assumptions with what a scenario changes. */
export function lifeOf(changes: LifeEvents = {}, assumed: LifeAssumptions = lifeAssumptions): LifeAssumptions {
  return {
    version: assumed.version,
    birthdays: { ...assumed.birthdays, ...changes.birthdays },
    canadianExperience: { ...assumed.canadianExperience, ...changes.canadianExperience },
    foreignExperience: { ...assumed.foreignExperience, ...changes.foreignExperience },
    categoryExperience: { ...assumed.categoryExperience, ...changes.categoryExperience },
    cecWindow: { ...assumed.cecWindow, ...changes.cecWindow },
    languageTestExpiry: { ...assumed.languageTestExpiry, ...changes.languageTestExpiry },
    credentialExpiry: { ...assumed.credentialExpiry, ...changes.credentialExpiry },
    languageRetakes: { ...assumed.languageRetakes, ...changes.languageRetakes },
    nominations: { ...assumed.nominations, ...changes.nominations },
    frenchLearning: { ...assumed.frenchLearning, ...changes.frenchLearning },
    marriages: { ...assumed.marriages, ...changes.marriages },
    reentry: { ...assumed.reentry, ...changes.reentry },
  }
}
