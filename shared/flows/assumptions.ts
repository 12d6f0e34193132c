import type { Stream } from '../schema/common.ts'
import file from './assumptions/flows.json'

/** A value by score, linear between the scores given. */
export interface ByScore {
  readonly [score: string]: number
}

interface LevelAndShape {
  /** For all scores alike, and for each with its neighbours. Standard deviations of logarithms. */
  level: number
  shape: number
}

/** Everything the filter of flows takes for granted; `basis` in the file says why. */
export interface FlowAssumptions {
  startsOn: string
  priorInflow: { level: number; perDayAndPoint: ByScore }
  priorStockDays: { days: number }
  baseShares: { cec: ByScore; french: ByScore; 'french-cec': ByScore }
  categoryShares: {
    known: { readonly [stream in Stream]?: number }
    guessed: { readonly [stream in Stream]?: number }
    inCanadaOnly: readonly Stream[]
  }
  weekdayWeights: { sundayToSaturday: readonly number[] }
  leaving: {
    perDay: number
    perDayOnceOld: number
    oldFromMeanDays: number
    oldAtMeanDays: number
    mostTimesOld: number
  }
  comingBack: { cec: number; general: number; others: number; meanDays: number }
  jobOffers: {
    points: number
    shareBelow: number
    shareAbove: number
    middleScore: number
    widthPoints: number
    ofGroup: { cec: number; 'french-cec': number; fsw: number; french: number; category: number }
    uncertainty: number
  }
  priorUncertainty: {
    base: LevelAndShape
    common: number
    category: LevelAndShape
    guessedCategory: LevelAndShape
    correlationPoints: number
  }
  change: {
    base: LevelAndShape
    common: number
    category: LevelAndShape
    correlationPoints: number
    forgettingDays: number
    forgettingNoise: number
    newListLevel: number
  }
  roughness: {
    weekOfInflow: { base: number; common: number; category: number; correlationPoints: number }
    monthOfStock: { base: number; common: number; category: number; correlationPoints: number }
  }
  observation: { programDraw: number; categoryDraw: number; band: number }
  calibration: { startAt: number; startWeight: number; forgettingPerDraw: number; mostSquared: number }
  lastCutoffWidth: { changes: number; pointsWhenUnknown: number }
}

/** The assumptions a filter uses unless it is given others. */
export const flowAssumptions: FlowAssumptions = file as unknown as FlowAssumptions

/** Reads a value by score at a score: linear in between, the nearest one beyond the ends. */
export function atScore(values: ByScore, score: number): number {
  const scores = Object.keys(values).map(Number)
  const right = scores.findIndex((one) => one >= score)
  if (right === 0) return values[String(scores[0])]
  if (right < 0) return values[String(scores[scores.length - 1])]
  const [from, to] = [scores[right - 1], scores[right]]
  const along = (score - from) / (to - from)
  return values[String(from)] * (1 - along) + values[String(to)] * along
}
