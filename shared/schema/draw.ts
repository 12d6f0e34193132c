import Type from 'typebox'
import { bands, DateText, InstantText, StreamName } from './common.ts'
import { educationLevels } from './profile.ts'

const closed = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const counts = <Key extends string>(keys: readonly Key[]) =>
  Type.Object(Object.fromEntries(keys.map((key) => [key, Count])) as Record<Key, typeof Count>, closed)

export const BandCounts = counts(bands)

/** A pool table as IRCC publishes it beside a draw. */
export const PoolSnapshot = Type.Object({ asOf: DateText, total: Count, bands: BandCounts }, closed)
export type PoolSnapshot = Type.Static<typeof PoolSnapshot>

/** A round of invitations that was held, as published. */
export const PublishedDraw = Type.Object(
  {
    number: Type.String({ pattern: '^\\d+[a-z]?$' }),
    date: DateText,
    instant: InstantText,
    stream: StreamName,
    name: Type.String({ minLength: 1 }),
    size: Count,
    cutoff: Count,
    tieBreak: Type.Union([Type.Null(), InstantText]),
    pool: Type.Union([Type.Null(), PoolSnapshot]),
    note: Type.Optional(Type.String()),
  },
  closed,
)
export type PublishedDraw = Type.Static<typeof PublishedDraw>

export const programNames = ['pnp', 'cec', 'fsw', 'fst'] as const
export type ProgramName = (typeof programNames)[number]
export const ageGroups = ['under-20', '20-29', '30-34', '35-39', '40-44', '45-and-over'] as const
export const levelGroups = ['4-and-below', '5', '6', '7', '8', '9', '10-and-over'] as const

/** Who a draw invited. Level = the lowest of the four abilities in the first official language. */
export const Composition = Type.Object(
  {
    program: counts(programNames),
    age: counts(ageGroups),
    education: counts(educationLevels),
    firstLanguageLevel: counts(levelGroups),
    firstLanguage: counts(['en', 'fr'] as const),
    residence: counts(['canada', 'abroad'] as const),
  },
  closed,
)
export type Composition = Type.Static<typeof Composition>

/** The outcome of a simulated draw. */
export const DrawResult = Type.Object(
  {
    /** 1 for the first draw of the run. */
    number: Type.Integer({ minimum: 1 }),
    date: DateText,
    stream: StreamName,
    /** Most invitations the draw was to issue; null = no limit (cutoff-driven). */
    size: Type.Union([Type.Null(), Count]),
    /** Nobody below this score was to be invited; null = no such floor. */
    minimumScore: Type.Union([Type.Null(), Count]),
    /** Score of the lowest-ranked person invited; null when nobody was. */
    cutoff: Type.Union([Type.Null(), Count]),
    /** Submission instant of the last person invited at the cutoff; null when nobody at the cutoff was left out. */
    tieBreak: Type.Union([Type.Null(), InstantText]),
    /** Persons in the pool who belong to the stream, before the draw. */
    eligible: Count,
    invited: Count,
    composition: Composition,
  },
  closed,
)
export type DrawResult = Type.Static<typeof DrawResult>
