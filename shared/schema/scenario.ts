import Type from 'typebox'
import { Bilingual, DateText, type Stream, StreamName, streams } from './common.ts'

/** The schema version this program writes. Files of other versions are refused. */
export const SCENARIO_SCHEMA_VERSION = 1

/** Most days a run may cover, persons a pool may hold, draws, and persons in all with arrivals; the server may allow less. */
export const scenarioLimits = { horizonDays: 1830, poolSize: 1_000_000, draws: 2000, people: 4_000_000 } as const

const closed = { additionalProperties: false } as const
const Share = Type.Number({ minimum: 0, maximum: 1, expected: 'a share from 0 to 1' })
const DrawSize = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const Score = Type.Integer({ minimum: 0, maximum: 1200 })

/** One change of a rule: where in the rule tree, the new value, why. */
export const RulePatch = Type.Object(
  {
    path: Type.String({
      minLength: 1,
      maxLength: 200,
      expected: 'a place in the rule tree such as additional.sibling.points',
    }),
    value: Type.Unknown(),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  closed,
)
export type RulePatch = Type.Static<typeof RulePatch>

/** The rules in force from a day on; a later entry replaces an earlier one and the pool is rescored that day. */
export const RulesInForce = Type.Object(
  {
    from: DateText,
    rulesetId: Type.String({ minLength: 1, maxLength: 60 }),
    patches: Type.Optional(Type.Array(RulePatch, { maxItems: 100 })),
  },
  closed,
)
export type RulesInForce = Type.Static<typeof RulesInForce>

/** One draw: at most `size` persons, nobody below `minimumScore`; at least one of the two is given. */
export const PlannedDraw = Type.Object(
  {
    date: DateText,
    stream: StreamName,
    size: Type.Optional(DrawSize),
    minimumScore: Type.Optional(Score),
  },
  closed,
)
export type PlannedDraw = Type.Static<typeof PlannedDraw>

/** Draws of one stream in a fixed rhythm from `firstDate`; `sizes` are taken in turn. */
export const Cadence = Type.Object(
  {
    stream: StreamName,
    firstDate: DateText,
    everyDays: Type.Integer({ minimum: 1, maximum: 366 }),
    sizes: Type.Array(DrawSize, { minItems: 1, maxItems: 60 }),
    minimumScore: Type.Optional(Score),
    until: Type.Optional(DateText),
  },
  closed,
)
export type Cadence = Type.Static<typeof Cadence>

/** No draws of these streams (all when absent) from one day to another, both included. */
export const Pause = Type.Object(
  { streams: Type.Optional(Type.Array(StreamName, { minItems: 1 })), from: DateText, to: DateText },
  closed,
)
export type Pause = Type.Static<typeof Pause>

/**
 * The draws published between two days, both included. `shiftDays` repeats them later: 364 = the same practice, on the same
 * weekdays, a year on.
 */
export const PublishedRange = Type.Object(
  {
    from: DateText,
    to: DateText,
    streams: Type.Optional(Type.Array(StreamName, { minItems: 1 })),
    shiftDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3660 })),
  },
  closed,
)
export type PublishedRange = Type.Static<typeof PublishedRange>

export const Schedule = Type.Object(
  {
    draws: Type.Optional(Type.Array(PlannedDraw, { maxItems: 1000 })),
    cadences: Type.Optional(Type.Array(Cadence, { maxItems: 40 })),
    pauses: Type.Optional(Type.Array(Pause, { maxItems: 40 })),
    /** Real draws with their real streams and sizes, each set held on its own dates or so many days later. */
    published: Type.Optional(Type.Array(PublishedRange, { maxItems: 20 })),
  },
  closed,
)
export type Schedule = Type.Static<typeof Schedule>

/** What becomes of an ITA: `applies` + `declines` + lapses = 1. */
export const ItaOutcome = Type.Object({ applies: Share, declines: Share }, closed)
export type ItaOutcome = Type.Static<typeof ItaOutcome>

export const Scenario = Type.Object(
  {
    schemaVersion: Type.Integer({ minimum: 1 }),
    id: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{0,59}$',
      expected: 'a name of lower-case letters, digits and hyphens',
    }),
    title: Bilingual,
    question: Bilingual,
    sources: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { maxItems: 50 }),
    /** The published snapshot the pool starts from: the newest as of a date not after this one. */
    asOf: DateText,
    horizonDays: Type.Integer({ minimum: 1, maximum: scenarioLimits.horizonDays }),
    seed: Type.String({ minLength: 1, maxLength: 100 }),
    rules: Type.Array(RulesInForce, { minItems: 1, maxItems: 20 }),
    population: Type.Optional(
      Type.Object(
        {
          /** Persons at the start; the published bands are scaled when it is not the published total. */
          size: Type.Optional(Type.Integer({ minimum: 0, maximum: scenarioLimits.poolSize })),
        },
        closed,
      ),
    ),
    arrivals: Type.Optional(
      Type.Object(
        {
          perDay: Type.Optional(Type.Number({ minimum: 0, maximum: 20_000 })),
          /** Relative weight of Sunday ... Saturday. */
          weekdayWeights: Type.Optional(
            Type.Array(Type.Number({ minimum: 0, maximum: 100 }), { minItems: 7, maxItems: 7 }),
          ),
        },
        closed,
      ),
    ),
    attrition: Type.Optional(
      Type.Object(
        {
          withdrawalPerDay: Type.Optional(Share),
          validityMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
        },
        closed,
      ),
    ),
    /** false = nobody grows older. */
    birthdays: Type.Optional(Type.Boolean()),
    invitations: Type.Optional(
      Type.Object(
        {
          daysToApply: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
          outcomes: Type.Optional(
            Type.Partial(
              Type.Object(
                Object.fromEntries(streams.map((stream) => [stream, ItaOutcome])) as Record<Stream, typeof ItaOutcome>,
                closed,
              ),
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    schedule: Schedule,
  },
  closed,
)
export type Scenario = Type.Static<typeof Scenario>
