import Type from 'typebox'
import { Bilingual, DateText } from './common.ts'
import { educationLevels, highWageLevels } from './profile.ts'

/**
 * A CRS ruleset as data. A file in `shared/crs/rules` is an amendment: it names the ruleset it amends and holds only the
 * provisions that changed, each with its sources. Resolved, it is the whole rule tree of {@link Provisions}.
 * A rule that does not exist (yet, or any more) is `null`, never a missing line.
 */
const closed = { additionalProperties: false } as const
/** The highest values a rule may have: points, the tier of a grid, a CLB or NCLC level. */
export const provisionLimits = { points: 1200, tier: 2, level: 12 } as const
const Points = Type.Integer({
  ...{ minimum: 0, maximum: provisionLimits.points },
  expected: `whole points from 0 to ${provisionLimits.points}`,
})
const PointsOrNone = Type.Union([Type.Null(), Points])

/** Value by lower bound: a row holds up to the next one. Always has a row for 0. */
const thresholds = <Value extends Type.TSchema>(value: Value) =>
  Type.Record(Type.String({ pattern: '^(0|[1-9]\\d{0,2})$' }), value, closed)

const cited = { sources: Type.Array(Type.String(), { minItems: 1 }), confidence: Type.Enum(['A', 'B', 'C', 'M']) }
const provision = <Properties extends Type.TProperties>(properties: Properties) =>
  Type.Object({ unit: Type.Optional(Type.String()), endedOn: Type.Optional(DateText), ...properties, ...cited }, closed)

const keyed = <Key extends string, Value extends Type.TSchema>(keys: readonly Key[], value: Value) =>
  Type.Object(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>, closed)

const byColumn = <Value extends Type.TSchema>(value: Value) => ({ withSpouse: value, withoutSpouse: value })
const LevelPoints = thresholds(Points)
const EducationPoints = keyed(educationLevels, Points)
const Tier = Type.Integer({ minimum: 0, maximum: provisionLimits.tier })
const Level = Type.Integer({ minimum: 0, maximum: provisionLimits.level })
const GridRow = Type.Array(Points, { minItems: 3, maxItems: 3 })
const Grid = provision({ grid: Type.Array(GridRow, { minItems: 3, maxItems: 3 }) })
const HighWagePoints = keyed(
  highWageLevels.filter((level): level is Exclude<typeof level, 'none'> => level !== 'none'),
  PointsOrNone,
)

export const Provisions = Type.Object(
  {
    core: Type.Object(
      {
        age: provision(byColumn(LevelPoints)),
        education: provision(byColumn(EducationPoints)),
        firstLanguage: provision(byColumn(LevelPoints)),
        secondLanguage: provision({ ...byColumn(LevelPoints), cap: Type.Object(byColumn(Points), closed) }),
        canadianWork: provision(byColumn(LevelPoints)),
      },
      closed,
    ),
    spouse: Type.Object(
      {
        education: provision({ points: EducationPoints }),
        language: provision({ points: LevelPoints }),
        canadianWork: provision({ points: LevelPoints }),
      },
      closed,
    ),
    transferability: Type.Object(
      {
        educationTier: provision({ tier: keyed(educationLevels, Tier) }),
        foreignWorkTier: provision({ tier: thresholds(Tier) }),
        languageColumn: provision({ column: thresholds(Tier) }),
        canadianWorkColumn: provision({ column: thresholds(Tier) }),
        educationLanguage: Grid,
        educationCanadianWork: Grid,
        foreignLanguage: Grid,
        foreignCanadianWork: Grid,
        tradeCertificate: provision({ points: LevelPoints }),
        caps: provision({ educationPair: Points, foreignPair: Points, total: Points }),
      },
      closed,
    ),
    additional: Type.Object(
      {
        provincialNomination: provision({ points: PointsOrNone }),
        jobOffer: provision({ points: keyed(['major-group-00', 'other-skilled'], PointsOrNone) }),
        french: provision({
          minimumFrench: Level,
          minimumEnglish: Level,
          points: keyed(['frenchAlone', 'withEnglish'], PointsOrNone),
        }),
        canadianStudy: provision({ points: keyed(['one-or-two-years', 'three-years-or-more'], PointsOrNone) }),
        sibling: provision({ points: PointsOrNone }),
        highWage: provision({
          work: HighWagePoints,
          offer: HighWagePoints,
          combine: Type.Enum(['higher', 'sum']),
        }),
        cap: provision({ points: Points }),
      },
      closed,
    ),
  },
  closed,
)
export type Provisions = Type.Static<typeof Provisions>

export const RulesetSummary = Type.Object(
  {
    /** The date the ruleset came into force. */
    id: Type.String(),
    inForceFrom: DateText,
    /** Last day in force; null = not ended. */
    inForceTo: Type.Union([Type.Null(), DateText]),
    status: Type.Enum(['law', 'partly-unknown']),
    title: Bilingual,
    change: Type.Object({ en: Type.String(), fr: Type.String() }, closed),
    /** Places in the rule tree whose values nobody has published; a run needs them filled in by patches. */
    unknown: Type.Array(Type.String()),
  },
  closed,
)
export type RulesetSummary = Type.Static<typeof RulesetSummary>

export const Ruleset = Type.Object({ ...RulesetSummary.properties, provisions: Provisions }, closed)
export type Ruleset = Type.Static<typeof Ruleset>
