import Type from 'typebox'
import { bands, DateText, StreamName } from './common.ts'

const closed = { additionalProperties: false } as const
const Persons = Type.Number({ minimum: 0 })

/** People of a stream at or above a score, as inferred from draws and tables, with an 80 % interval, and in the synthetic pool. */
export const InferredMembership = Type.Object(
  {
    stream: StreamName,
    /** Lowest score counted; nobody above 600. */
    from: Type.Integer({ minimum: 0, maximum: 600 }),
    persons: Persons,
    low: Persons,
    high: Persons,
    synthetic: Type.Integer({ minimum: 0 }),
    /** False where no draw of the stream was ever held: then only an assumed share is known. */
    isObserved: Type.Boolean(),
  },
  closed,
)
export type InferredMembership = Type.Static<typeof InferredMembership>

/** Names of the assumptions whose effect is measured. */
export const sensitivityNames = [
  'accompanying-spouses',
  'inflow',
  'inflow-501',
  'withdrawals',
  'work-while-waiting',
  'language-retakes',
  'french-learning',
  'nominations',
  'cec-applies',
  'french-declines',
  'reentry',
] as const

/** By how much cutoffs move when one assumption is smaller by a share of itself, everything else and all chance the same. */
export const Sensitivity = Type.Object(
  {
    assumption: Type.Enum([...sensitivityNames]),
    /** -0.1 = 10 % less. */
    change: Type.Number(),
    /** Mean change of the cutoff over the draws of a year, in points, with a 95 % interval over replications. */
    cutoffs: Type.Array(
      Type.Object(
        { stream: StreamName, draws: Type.Integer(), points: Type.Number(), low: Type.Number(), high: Type.Number() },
        closed,
      ),
    ),
  },
  closed,
)
export type Sensitivity = Type.Static<typeof Sensitivity>

/** One assumption of the model, where it stands and what it leans on. */
export const NamedAssumption = Type.Object(
  {
    file: Type.Enum(['population', 'life', 'flows', 'forecast']),
    name: Type.String(),
    basis: Type.String(),
    value: Type.String(),
  },
  closed,
)
export type NamedAssumption = Type.Static<typeof NamedAssumption>

/** How the synthetic pool fits what is published: `shared/record/fit.json`, written by `npm run record`. */
export const FitRecord = Type.Object(
  {
    engineVersion: Type.String(),
    asOf: DateText,
    persons: Type.Integer({ minimum: 0 }),
    bands: Type.Array(
      Type.Object({ band: Type.Enum([...bands]), published: Type.Integer(), synthetic: Type.Integer() }, closed),
    ),
    memberships: Type.Array(InferredMembership),
    sensitivities: Type.Object(
      { scenario: Type.String(), days: Type.Integer(), replications: Type.Integer(), entries: Type.Array(Sensitivity) },
      closed,
    ),
    assumptions: Type.Array(NamedAssumption),
  },
  closed,
)
export type FitRecord = Type.Static<typeof FitRecord>
