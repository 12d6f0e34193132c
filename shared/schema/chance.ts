import Type from 'typebox'
import { DateText, StreamName } from './common.ts'

const closed = { additionalProperties: false } as const
const Probability = Type.Number({ minimum: 0, maximum: 1 })
const Count = Type.Integer({ minimum: 0 })
const Score = Type.Integer({ minimum: 0, maximum: 1200 })

/** The chance of having been invited by a date, with the 95 % interval that so many futures leave. */
export const ChanceByDate = Type.Object(
  { date: DateText, probability: Probability, low: Probability, high: Probability },
  closed,
)
export type ChanceByDate = Type.Static<typeof ChanceByDate>

/** Where a score stands in the pool of a date. */
export const Place = Type.Object({ above: Count, tied: Count, justBelow: Count, pool: Count }, closed)
export type Place = Type.Static<typeof Place>

/** What a person may do, and what it brings. */
export const actionKinds = [
  'language-to-9',
  'language-to-10',
  'french-to-5',
  'french-to-7',
  'next-credential',
  'canadian-year',
  'foreign-year',
  'nomination',
  'other-applicant',
  'spouse-not-coming',
] as const
export const Action = Type.Object(
  {
    action: Type.Enum([...actionKinds]),
    /** Months until it counts. */
    months: Type.Number({ minimum: 0 }),
    /** Points more on the day it counts. */
    points: Type.Integer(),
    /** Streams it opens. */
    opens: Type.Array(StreamName),
    /** Chance within a year with it, and how much more that is. */
    probability: Probability,
    gained: Type.Number(),
    gainedPerMonth: Type.Number(),
  },
  closed,
)
export type Action = Type.Static<typeof Action>

/** A published draw of the last year: whether this profile would have been invited, as it is now. */
export const PastDraw = Type.Object(
  {
    draw: Type.String(),
    date: DateText,
    stream: StreamName,
    cutoff: Score,
    isMember: Type.Boolean(),
    isInvited: Type.Boolean(),
    /** With a score exactly at the cutoff: the latest submission that was invited; null when not tied or none was left out. */
    neededSubmission: Type.Union([Type.Null(), Type.String()]),
  },
  closed,
)
export type PastDraw = Type.Static<typeof PastDraw>

/** A day on which something changes for this person. */
export const Change = Type.Object(
  {
    date: DateText,
    kind: Type.Enum(['birthday', 'experience', 'test-ends', 'profile-ends', 'other']),
    score: Type.Union([Type.Null(), Score]),
    points: Type.Integer(),
  },
  closed,
)
export type Change = Type.Static<typeof Change>

/** What `ee-sim chance --json` prints. */
export const ChanceAnswer = Type.Object(
  {
    scenario: Type.String(),
    seed: Type.String(),
    engineVersion: Type.String(),
    rulesetId: Type.String(),
    asOf: DateText,
    runs: Count,
    score: Score,
    streams: Type.Array(StreamName),
    rank: Place,
    rankByStream: Type.Partial(Type.Record(StreamName, Place)),
    byDate: Type.Array(ChanceByDate),
    byStream: Type.Partial(Type.Record(StreamName, Type.Array(ChanceByDate))),
    changes: Type.Array(Change),
    actions: Type.Array(Action),
    pastDraws: Type.Array(PastDraw),
  },
  closed,
)
export type ChanceAnswer = Type.Static<typeof ChanceAnswer>
