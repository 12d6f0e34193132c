import type { PredictedDraw } from '../schema/backtest.ts'

/** The model's few general parameters were chosen with the draws up to this day in view. */
export const LAST_DAY_IN_VIEW = '2025-12-17'

/** The draws that nobody had seen when the model was made, the only real test; those that only repeat the last cutoff apart. */
export const unseenDraws = (draws: readonly PredictedDraw[]): PredictedDraw[] =>
  draws.filter(({ date, basis }) => date > LAST_DAY_IN_VIEW && basis === 'flows')
