import type { EnsembleInfo, EnsembleProgress, EnsembleResult, Quantiles } from '../../shared/schema/ensemble.ts'
import { bandsOf, compositionOf } from './fixtures.ts'

export const quantiles = (p10: number, p25: number, p50: number, p75: number, p90: number): Quantiles => ({
  p10,
  p25,
  p50,
  p75,
  p90,
})
const always = (value: number): Quantiles => quantiles(value, value, value, value, value)

const poolOn = (date: string, total: Quantiles): EnsembleResult['pool'][number] => ({
  date,
  total,
  bands: Object.fromEntries(
    Object.entries(bandsOf(0)).map(([band]) => [band, always(0)]),
  ) as EnsembleResult['pool'][number]['bands'],
})

export const ensembleResult = (fields: Partial<EnsembleResult> = {}): EnsembleResult => ({
  scenario: 'test',
  seed: 'a',
  runs: 1000,
  threads: 1,
  engineVersion: '0.1.0',
  rulesetId: '2025-03-25',
  elapsedMs: 1000,
  draws: [
    { date: '2026-01-07', stream: 'cec', size: 10, cutoff: always(525), invited: always(10), held: 1000 },
    { date: '2026-03-01', stream: 'french', size: 10, cutoff: null, invited: always(0), held: 0 },
    {
      date: '2026-12-09',
      stream: 'cec',
      size: 10,
      cutoff: quantiles(511, 517, 519, 521, 527),
      invited: always(10),
      held: 1000,
    },
  ],
  pool: [poolOn('2025-12-14', always(1000)), poolOn('2026-12-14', quantiles(900, 950, 1000, 1050, 1100))],
  waiting: [
    { stream: 'cec', scores: '501-600', invitedPerRun: 80, days: quantiles(1, 5, 20, 40, 90) },
    { stream: 'pnp', scores: '601-1200', invitedPerRun: 9, days: quantiles(1, 2, 3, 4, 5) },
  ],
  neverInvited: [
    { scores: '601-1200', endedPerRun: 90, share: always(0) },
    { scores: '451-500', endedPerRun: 40, share: quantiles(0.4, 0.44, 0.46, 0.47, 0.5) },
  ],
  invited: { total: quantiles(90, 95, 100, 105, 110), byStream: { cec: always(100) } },
  composition: [{ stream: 'cec', counts: compositionOf(100_000) }],
  precision: { cutoffPoints: 0, days: 0.5, countsRelative: 0.004, share: 0.0005 },
  ...fields,
})

export const ensembleProgress = (runsDone: number): EnsembleProgress => ({
  runsDone,
  runs: 1000,
  elapsedMs: runsDone,
  timeLeftMs: runsDone === 0 ? null : 1000 - runsDone,
})

export const ensembleInfo = (status: EnsembleInfo['status'], runsDone: number): EnsembleInfo => ({
  id: 'e',
  stream: '/api/ensembles/e/stream',
  status,
  scenarioId: 'test',
  seed: 'a',
  createdAt: '2026-11-22T00:00:00Z',
  resumedAt: null,
  failure: null,
  progress: ensembleProgress(runsDone),
})
