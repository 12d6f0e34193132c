import Type from 'typebox'
import { Bilingual, DateText, type Stream, StreamName, streams } from './common.ts'
import { LifeEvents } from './lifeEvents.ts'

/** The schema version this program writes. Earlier ones are migrated (scenario/migrate.ts), others refused. */
export const SCENARIO_SCHEMA_VERSION = 1

/** Most days a run may cover, persons a pool may hold, draws, and persons in all with arrivals; the server may allow less. */
export const scenarioLimits = { horizonDays: 1830, poolSize: 1_000_000, draws: 2000, people: 4_500_000 } as const

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

/** Names of weekdays; the index is that of `weekday` in lib/day.ts. */
export const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type WeekdayName = (typeof weekdayNames)[number]

/**
 * Turns every so many days from `firstDate`, none after `until`. A turn is held on the first of its `weekdays` (Monday to
 * Friday when absent) from its day on that is no federal holiday. `jitterDays` = so many of these days earlier or later.
 */
const rhythm = {
  firstDate: DateText,
  everyDays: Type.Integer({ minimum: 1, maximum: 366 }),
  until: Type.Optional(DateText),
  weekdays: Type.Optional(Type.Array(Type.Enum([...weekdayNames]), { minItems: 1, maxItems: 7 })),
  jitterDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
}

/** Sizes of the draws published between two days, of the draw's own stream when no `streams` are named. */
export const PracticeRange = Type.Object(
  { from: DateText, to: DateText, streams: Type.Optional(Type.Array(StreamName, { minItems: 1 })) },
  closed,
)
export type PracticeRange = Type.Static<typeof PracticeRange>

/** Exactly one of `sizes`, taken in turn, and `sizesFrom`, one of them at random; nobody below `minimumScore`. */
const sizing = {
  sizes: Type.Optional(Type.Array(DrawSize, { minItems: 1, maxItems: 60 })),
  sizesFrom: Type.Optional(PracticeRange),
  minimumScore: Type.Optional(Score),
}

/** Draws of one stream in a rhythm. */
export const Cadence = Type.Object({ stream: StreamName, ...rhythm, ...sizing }, closed)
export type Cadence = Type.Static<typeof Cadence>

/** A draw of every round: `streams` in turn, so many workdays after the round begins (its place in the list when absent). */
export const RoundDraw = Type.Object(
  {
    streams: Type.Array(StreamName, { minItems: 1, maxItems: 60 }),
    offsetWorkdays: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
    ...sizing,
  },
  closed,
)
export type RoundDraw = Type.Static<typeof RoundDraw>

/** Several draws in a rhythm, such as nominees, then CEC, then a category, every two weeks; they move together. */
export const Round = Type.Object({ ...rhythm, draws: Type.Array(RoundDraw, { minItems: 1, maxItems: 10 }) }, closed)
export type Round = Type.Static<typeof Round>

/**
 * ITAs of some streams (all when absent) in a calendar year: `itas`, or as many as admit `persons`, given persons a
 * principal applicant and the share of ITAs that lead to an admission. Cadences and rounds share what is left of it.
 */
export const Budget = Type.Object(
  {
    year: Type.Integer({ minimum: 2015, maximum: 2199 }),
    streams: Type.Optional(Type.Array(StreamName, { minItems: 1 })),
    itas: Type.Optional(DrawSize),
    persons: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    personsPerPrincipalApplicant: Type.Optional(Type.Number({ minimum: 1, maximum: 10 })),
    shareOfItasUsed: Type.Optional(Type.Number({ minimum: 0.01, maximum: 1 })),
  },
  closed,
)
export type Budget = Type.Static<typeof Budget>

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

const SizeFactor = Type.Number({ minimum: 0, maximum: 100 })

export const Schedule = Type.Object(
  {
    draws: Type.Optional(Type.Array(PlannedDraw, { maxItems: 1000 })),
    cadences: Type.Optional(Type.Array(Cadence, { maxItems: 40 })),
    rounds: Type.Optional(Type.Array(Round, { maxItems: 20 })),
    budgets: Type.Optional(Type.Array(Budget, { maxItems: 40 })),
    pauses: Type.Optional(Type.Array(Pause, { maxItems: 40 })),
    /** Real draws with their real streams and sizes, each set held on its own dates or so many days later. */
    published: Type.Optional(Type.Array(PublishedRange, { maxItems: 20 })),
    /** So many times the size of every draw of a stream, whatever part it comes from, before budgets: 0.5 = half. */
    sizeFactors: Type.Optional(
      Type.Partial(
        Type.Object(
          Object.fromEntries(streams.map((stream) => [stream, SizeFactor])) as Record<Stream, typeof SizeFactor>,
          closed,
        ),
        closed,
      ),
    ),
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
          /** Relative weight of January ... December, nominees apart. */
          monthWeights: Type.Optional(
            Type.Array(Type.Number({ minimum: 0, maximum: 100 }), { minItems: 12, maxItems: 12 }),
          ),
          /** So many times the assumed number of an archetype: `{"graduate-in-canada": 0.5}`. */
          archetypes: Type.Optional(
            Type.Record(Type.String({ maxLength: 60 }), Type.Number({ minimum: 0, maximum: 100 })),
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
    lifeEvents: Type.Optional(LifeEvents),
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
    /** Whether futures of an ensemble also differ in arrivals and outcomes nobody knows exactly; true when absent. */
    uncertainty: Type.Optional(Type.Object({ parameters: Type.Optional(Type.Boolean()) }, closed)),
    schedule: Schedule,
  },
  closed,
)
export type Scenario = Type.Static<typeof Scenario>
