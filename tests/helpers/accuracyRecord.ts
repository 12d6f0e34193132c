import type {
  AccuracyRecord,
  BacktestResult,
  InvitedWithin,
  OverallSkill,
  PredictedDraw,
  ReliabilityBin,
  StreamSkill,
} from '../../shared/schema/backtest.ts'
import type { Stream } from '../../shared/schema/common.ts'

/** A draw predicted at `p50`, its bands 4 and 8 points to either side. */
export const predictedDraw = (
  draw: string,
  date: string,
  stream: Stream,
  actual: number,
  p50: number,
  fields: Partial<PredictedDraw> = {},
): PredictedDraw => ({
  draw,
  date,
  stream,
  horizonDays: null,
  size: 3000,
  actual,
  p10: p50 - 8,
  p25: p50 - 4,
  p50,
  p75: p50 + 4,
  p90: p50 + 8,
  persistence: 520,
  basis: stream === 'pnp' ? 'last-cutoff' : 'flows',
  ...fields,
})

const figures = {
  n: 3,
  mae: 2.04,
  bias: -0.5,
  persistenceMae: 9,
  skill: 0.7733,
  coverage50: 0.3333,
  coverage80: 0.8,
  crps: 1.61,
  year: null,
  horizonDays: null,
}
export const streamSkill = (stream: Stream, fields: Partial<StreamSkill> = {}): StreamSkill => ({
  stream,
  ...figures,
  ...fields,
})
export const overallSkill = (streams: OverallSkill['streams'], fields: Partial<OverallSkill> = {}): OverallSkill => ({
  streams,
  ...figures,
  ...fields,
})

/** A bin from `from` to a tenth above, with what was said in its middle. */
export const reliabilityBin = (from: number, n: number, observed: number | null): ReliabilityBin => ({
  from,
  to: Math.round((from + 0.1) * 10) / 10,
  n,
  predicted: n === 0 ? null : Math.round((from + 0.05) * 100) / 100,
  observed,
})

export const invitedWithin = (fields: Partial<InvitedWithin> = {}): InvitedWithin => ({
  stream: 'cec',
  days: 90,
  n: 200,
  brier: 0.0431,
  lastCutoffBrier: 0.091,
  randomWalkBrier: 0.06,
  scores: { from: 350, to: 600, step: 5 },
  origins: 40,
  reliability: [reliabilityBin(0, 150, 0.03), reliabilityBin(0.5, 0, null), reliabilityBin(0.9, 50, 0.91)],
  ...fields,
})

const replay: BacktestResult = {
  mode: 'replay',
  engineVersion: '0.2.0',
  from: '2025-01-08',
  to: '2025-12-17',
  draws: [
    predictedDraw('332', '2025-01-08', 'cec', 542, 541, { persistence: null, size: 1350 }),
    predictedDraw('333', '2025-01-23', 'cec', 527, 529, { persistence: 542, size: 4000 }),
    predictedDraw('334', '2025-02-04', 'pnp', 802, 750, { persistence: 750, size: 455 }),
    predictedDraw('353', '2025-06-26', 'cec', 521, 530, { persistence: 527 }),
    predictedDraw('388', '2025-12-17', 'french', 399, 399, { persistence: 408, size: 6000 }),
  ],
  summary: [
    streamSkill('cec'),
    streamSkill('pnp', { n: 1, mae: 52, bias: -52, persistenceMae: 52, skill: 0 }),
    streamSkill('french', { n: 1, mae: 0, bias: 0, skill: 1, coverage50: 1, coverage80: 1, crps: 0.4 }),
  ],
  byYear: [
    streamSkill('cec', { year: 2024, mae: 1.2 }),
    streamSkill('cec', { year: 2025, mae: 4 }),
    streamSkill('french', { year: 2025, n: 1, mae: 0 }),
  ],
  overall: [
    overallSkill('all', { n: 5, mae: 12 }),
    overallSkill('without-pnp', { n: 4 }),
    overallSkill('without-pnp', { n: 4, year: 2025 }),
  ],
  invitedWithin: [],
}

const forecast: BacktestResult = {
  ...replay,
  mode: 'forecast',
  draws: [
    predictedDraw('353', '2025-06-26', 'cec', 521, 540, { horizonDays: 90, persistence: null }),
    predictedDraw('353', '2025-06-26', 'cec', 521, 512, { horizonDays: 30 }),
    predictedDraw('388', '2025-12-17', 'stem', 480, 500, { horizonDays: 30, persistence: 485 }),
  ],
  summary: [
    streamSkill('cec', { horizonDays: 30, n: 1, mae: 9, persistenceMae: 1, skill: -8 }),
    streamSkill('stem', { horizonDays: 30, n: 1, mae: 20, persistenceMae: 5, skill: -3 }),
    streamSkill('cec', { horizonDays: 90, n: 1, mae: 19, persistenceMae: null, skill: null }),
  ],
  byYear: [streamSkill('cec', { year: 2025, horizonDays: 30, n: 1, mae: 9 })],
  overall: [overallSkill('without-pnp', { horizonDays: 30, n: 2, coverage80: 0.5 })],
  invitedWithin: [
    invitedWithin({ days: 30, brier: 0.1 }),
    invitedWithin(),
    invitedWithin({ stream: 'french', brier: null, reliability: [reliabilityBin(0, 0, null)], n: 0 }),
  ],
}

/** A small record in the shape of the real one. */
export const accuracyRecord = (fields: Partial<AccuracyRecord> = {}): AccuracyRecord => ({
  engineVersion: '0.2.0',
  dataUntil: '2025-12-17',
  publishedDraws: 388,
  replay,
  forecast,
  ...fields,
})
