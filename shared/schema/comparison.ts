import Type from 'typebox'
import { DateText, InstantText, interruptible, StreamName } from './common.ts'
import { comparisonLimits } from './comparisonLimits.ts'
import { EnsembleProgress, EnsembleResult, ensembleStatuses } from './ensemble.ts'
import { Scenario } from './scenario.ts'

export { comparisonLimits }

const closed = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const NumberOrNone = Type.Union([Type.Null(), Type.Number()])

/** A number in the baseline and in an alternative, over replications that share their random numbers. */
export const Paired = Type.Object(
  {
    /** Replications in which both have such a number. */
    pairs: Count,
    /** Means over them. */
    baseline: Type.Number(),
    alternative: Type.Number(),
    /** Alternative minus baseline: the mean with its 95 % interval (null from one pair), and how single replications vary. */
    difference: Type.Object(
      {
        mean: Type.Number(),
        low: NumberOrNone,
        high: NumberOrNone,
        p10: Type.Number(),
        p50: Type.Number(),
        p90: Type.Number(),
      },
      closed,
    ),
    /** Half the width of the interval the same runs would give without common random numbers. */
    unpairedHalfWidth: NumberOrNone,
    /** Width of the paired interval relative to that; null when nothing varies. */
    widthRatio: NumberOrNone,
  },
  closed,
)
export type Paired = Type.Static<typeof Paired>
const PairedOrNone = Type.Union([Type.Null(), Paired])

/** A draw that both scenarios plan for the same day and stream, or that only one of them plans. */
export const ComparedDraw = Type.Object(
  {
    date: DateText,
    stream: StreamName,
    plannedIn: Type.Enum(['both', 'baseline', 'alternative']),
    /** Null unless both held it. */
    cutoff: PairedOrNone,
    /** Invitations; where only one plans the draw the other counts 0. */
    invited: PairedOrNone,
  },
  closed,
)
export type ComparedDraw = Type.Static<typeof ComparedDraw>

export const ComparedStream = Type.Object(
  {
    stream: StreamName,
    /** Draws planned. */
    draws: Type.Object({ baseline: Count, alternative: Count }, closed),
    /** Mean cutoff of a replication's draws, and that of its last one. */
    meanCutoff: PairedOrNone,
    lastCutoff: PairedOrNone,
    invited: PairedOrNone,
    /** Mean days from submission to ITA. */
    waitingDays: PairedOrNone,
  },
  closed,
)
export type ComparedStream = Type.Static<typeof ComparedStream>

/** One alternative against the baseline. */
export const Difference = Type.Object(
  {
    scenario: Type.String(),
    draws: Type.Array(ComparedDraw),
    streams: Type.Array(ComparedStream),
    /** ITAs of the whole run. */
    invited: PairedOrNone,
    /** Of the profiles that ended with a score of these bands: the share that ended without an ITA. */
    neverInvited: Type.Array(Type.Object({ scores: Type.String(), share: PairedOrNone }, closed)),
    /** Shares of all who were invited. */
    composition: Type.Array(Type.Object({ field: Type.String(), group: Type.String(), share: PairedOrNone }, closed)),
    /** Persons in the pool on the last day. */
    pool: Type.Array(Type.Object({ scores: Type.String(), persons: PairedOrNone }, closed)),
  },
  closed,
)
export type Difference = Type.Static<typeof Difference>

/** What a comparison says after so many pairs of replications: partial while it runs. */
export const ComparisonResult = Type.Object(
  {
    seed: Type.String(),
    /** Replications of each scenario asked for, and those done of the scenario that is least far. */
    runs: Count,
    runsDone: Count,
    threads: Count,
    engineVersion: Type.String(),
    elapsedMs: Type.Number(),
    /** Each scenario by itself, the baseline first; null before its first replication. */
    scenarios: Type.Array(Type.Union([Type.Null(), EnsembleResult])),
    /** In the order of the alternatives. */
    differences: Type.Array(Difference),
  },
  closed,
)
export type ComparisonResult = Type.Static<typeof ComparisonResult>

/** A scenario, or the name of one. */
export const ScenarioOrId = Type.Union([Type.String({ minLength: 1, maxLength: 60 }), Scenario])
export type ScenarioOrId = Type.Static<typeof ScenarioOrId>

export const ComparisonRequest = Type.Object(
  {
    baseline: ScenarioOrId,
    alternatives: Type.Array(ScenarioOrId, { minItems: 1, maxItems: comparisonLimits.alternatives }),
    /** Of all scenarios; the baseline's when absent. */
    seed: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** Replications of each scenario. */
    runs: Type.Integer({ minimum: 1, maximum: comparisonLimits.runs }),
  },
  closed,
)
export type ComparisonRequest = Type.Static<typeof ComparisonRequest>

export const ComparisonInfo = Type.Object(
  {
    id: Type.String(),
    stream: Type.String(),
    status: Type.Enum([...ensembleStatuses]),
    /** The baseline first. */
    scenarioIds: Type.Array(Type.String()),
    seed: Type.String(),
    createdAt: InstantText,
    ...interruptible,
    /** Replications of all scenarios together. */
    progress: EnsembleProgress,
  },
  closed,
)
export type ComparisonInfo = Type.Static<typeof ComparisonInfo>

/** How a comparison stands, with what it says so far. */
export const ComparisonAnswer = Type.Object(
  {
    ...ComparisonInfo.properties,
    /** Partial while it runs; null before the first replication. */
    result: Type.Union([Type.Null(), ComparisonResult]),
  },
  closed,
)
export type ComparisonAnswer = Type.Static<typeof ComparisonAnswer>
