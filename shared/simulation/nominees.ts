import { SCORES } from '../crs/ruleMeaning.ts'
import type { LifeAssumptions } from '../life/assumptions.ts'
import { byThreshold } from '../life/byThreshold.ts'
import { relativeWeight } from '../pool/arrivals.ts'
import type { PopulationAssumptions } from '../pool/assumptions.ts'

/** Whom provinces nominate among the people in the pool, and when. */
export interface NomineeChoice {
  /** How likely somebody with a score is nominated, relative to the likeliest, if they live in Canada. */
  weightInCanada: Float64Array
  /** So many times as likely if they do not. */
  abroadFactor: number
  /** Nominations of a month (1 ... 12) relative to the mean of the year. */
  monthFactor: (month: number) => number
}

export function nomineeChoice({ nominations }: LifeAssumptions, population: PopulationAssumptions): NomineeChoice {
  const { coreScoreWeights, inCanadaWeight } = nominations
  const byScore = byThreshold(coreScoreWeights, SCORES)
  const most = Math.max(...byScore)
  return {
    weightInCanada: Float64Array.from(byScore, (weight) => (most === 0 ? 0 : weight / most)),
    abroadFactor: 1 / inCanadaWeight,
    monthFactor: (month) => relativeWeight(population.arrivals.nomineeMonthWeights, month - 1),
  }
}
