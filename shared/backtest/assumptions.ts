import type { Stream } from '../schema/common.ts'
import file from './assumptions/forecast.json'

/** How a forecast without sizes imagines the draws to come; `basis` in the file says why. */
export interface ForecastAssumptions {
  futures: { count: number }
  practice: { days: number; sameSizeAgain: number; gapDaysWhenUnknown: number; shareWhenUnknown: number }
  lastCutoff: { weight: number; fewDraws: number }
  invitedWithin: {
    everyDays: number
    days: readonly number[]
    scores: { readonly [stream in Stream]?: { from: number; to: number; step: number } }
    reliabilityBins: number
  }
}

export const forecastAssumptions: ForecastAssumptions = file
