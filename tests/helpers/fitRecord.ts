import { bands, type Stream } from '../../shared/schema/common.ts'
import type { FitRecord, InferredMembership, Sensitivity } from '../../shared/schema/fit.ts'

export const membership = (
  stream: Stream,
  from: number,
  persons: number,
  fields: Partial<InferredMembership> = {},
): InferredMembership => ({
  stream,
  from,
  persons,
  low: persons * 0.9,
  high: persons * 1.1,
  synthetic: persons,
  isObserved: true,
  ...fields,
})

/** An assumption 10 % smaller that moves the CEC cutoff by `points`, give or take `width`. */
export const sensitivity = (
  assumption: Sensitivity['assumption'],
  points: number,
  width: number,
  fields: Partial<Sensitivity> = {},
): Sensitivity => ({
  assumption,
  change: -0.1,
  cutoffs: [{ stream: 'cec', draws: 17, points, low: points - width, high: points + width }],
  ...fields,
})

/** A record of fit in which everything is met; parts are replaced to taste. */
export const fitRecord = (fields: Partial<FitRecord> = {}): FitRecord => ({
  engineVersion: '0.2.0',
  asOf: '2025-12-14',
  persons: 15_000,
  bands: bands.map((band) => ({ band, published: 1000, synthetic: 1000 })),
  memberships: [
    membership('french', 451, 9500, { synthetic: 11_000 }),
    membership('cec', 451, 52_000),
    membership('military', 451, 30, { low: 10, high: 90, isObserved: false }),
    membership('cec', 0, 103_000),
    membership('french', 0, 51_000),
    membership('military', 0, 120, { low: 40, high: 360, isObserved: false }),
  ],
  sensitivities: {
    scenario: 'baseline-2026',
    days: 365,
    replications: 20,
    entries: [
      sensitivity('accompanying-spouses', 0.4, 0.2),
      sensitivity('reentry', -0.1, 0.3),
      sensitivity('inflow', -3.1, 0.5),
    ],
  },
  assumptions: [
    { file: 'life', name: 'languageRetakes', value: 'perYear: 0.16', basis: 'No figure is published' },
    { file: 'population', name: 'archetypes.nominee', value: 'share: 0.033', basis: 'about 31 nominees a day' },
  ],
  ...fields,
})
