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

/** Persons, from and to: 95 of 100 possible pools. */
export const CountRange = Type.Object({ low: Count, high: Count }, closed)
export type CountRange = Type.Static<typeof CountRange>

/** Where a score stands in the pool of a date. */
export const Place = Type.Object(
  {
    above: Count,
    tied: Count,
    /** 1 to 5 points below. */
    justBelow: Count,
    pool: Count,
    /** How well the counts are known; null where nothing was ever observed of who is in the stream. */
    ranges: Type.Union([
      Type.Null(),
      Type.Object({ above: CountRange, tied: CountRange, justBelow: CountRange }, closed),
    ]),
  },
  closed,
)
export type Place = Type.Static<typeof Place>

/** What a person may do. */
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
  'renew-test',
  'renew-assessment',
  'renew-profile',
] as const
export type ActionKind = (typeof actionKinds)[number]

/** Longer than this no plan is looked at. */
export const mostActionMonths = 60

/** Months an action takes, where they are not those assumed. */
export const ActionMonths = Type.Partial(
  Type.Record(Type.Enum([...actionKinds]), Type.Number({ minimum: 0, maximum: mostActionMonths })),
  closed,
)
export type ActionMonths = Type.Static<typeof ActionMonths>

/** What doing something brings. */
const effect = {
  /** Months until it counts. */
  months: Type.Number({ minimum: 0 }),
  /** Points more on the day it counts. */
  points: Type.Integer(),
  /** Streams it opens, or keeps open. */
  opens: Type.Array(StreamName),
  /** Chance within a year with it. */
  probability: Probability,
  low: Probability,
  high: Probability,
  /** How much more that is, with a 95 % interval over the same futures with it and without. */
  gained: Type.Number(),
  gainedLow: Type.Number(),
  gainedHigh: Type.Number(),
  gainedPerMonth: Type.Number(),
  /** The chance by month with it. */
  byDate: Type.Array(ChanceByDate),
  /** The score with it, from each date on which it changes; null = not in the pool. */
  scores: Type.Array(Type.Object({ date: DateText, score: Type.Union([Type.Null(), Score]) }, closed)),
}

export const Action = Type.Object(
  {
    action: Type.Enum([...actionKinds]),
    /** The chance counts on it already: what is gained is what would be lost without. */
    isAssumed: Type.Boolean(),
    ...effect,
  },
  closed,
)
export type Action = Type.Static<typeof Action>

/** Two or three actions together, each of which adds to the others. */
export const Combination = Type.Object(
  { actions: Type.Array(Type.Enum([...actionKinds]), { minItems: 2, maxItems: 3 }), ...effect },
  closed,
)
export type Combination = Type.Static<typeof Combination>
export type Effect = Omit<Combination, 'actions'>

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

/** Why a day matters. */
export const changeKinds = [
  'birthday',
  'canadian-experience',
  'foreign-experience',
  'category-experience',
  'test-ends',
  'assessment-ends',
  'profile-begins',
  'profile-ends',
  'permit-ends',
  'other',
] as const

/** A day that matters to this person, and what it does by itself. */
export const Change = Type.Object(
  {
    date: DateText,
    kinds: Type.Array(Type.Enum([...changeKinds]), { minItems: 1 }),
    /** The score from then on; null = not in the pool. */
    score: Type.Union([Type.Null(), Score]),
    points: Type.Integer(),
    opens: Type.Array(StreamName),
    closes: Type.Array(StreamName),
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
    /** Those of the person, once the profile is submitted. */
    streams: Type.Array(StreamName),
    /** The profile in force, or the one to come: when it was or will be submitted, and the day it ends. */
    submission: Type.Object({ date: DateText, ends: DateText }, closed),
    rank: Place,
    rankByStream: Type.Partial(Type.Record(StreamName, Place)),
    byDate: Type.Array(ChanceByDate),
    byStream: Type.Partial(Type.Record(StreamName, Type.Array(ChanceByDate))),
    changes: Type.Array(Change),
    actions: Type.Array(Action),
    combinations: Type.Array(Combination),
    pastDraws: Type.Array(PastDraw),
  },
  closed,
)
export type ChanceAnswer = Type.Static<typeof ChanceAnswer>
