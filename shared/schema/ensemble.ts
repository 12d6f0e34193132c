import Type from 'typebox'
import { bands, DateText, InstantText, interruptible, StreamName, streams } from './common.ts'
import { Composition } from './draw.ts'
import { ensembleLimits } from './ensembleLimits.ts'
import { Scenario } from './scenario.ts'

const closed = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

export { ensembleLimits }

/**
 * Five points of a distribution over the replications: the smallest value that at least 10, 25, 50, 75, 90 % of them do not
 * exceed. `null` replications (a draw that invited nobody has no cutoff) are left out.
 */
export const Quantiles = Type.Object(
  { p10: Type.Number(), p25: Type.Number(), p50: Type.Number(), p75: Type.Number(), p90: Type.Number() },
  closed,
)
export type Quantiles = Type.Static<typeof Quantiles>

/** One planned draw over all replications. */
export const EnsembleDraw = Type.Object(
  {
    /** Planned date; with jitter, the median of the dates held. */
    date: DateText,
    stream: StreamName,
    /** Most invitations: the planned number, the median where sizes are sampled; null = no limit. */
    size: Type.Union([Type.Null(), Count]),
    /** Null when no replication invited anybody. */
    cutoff: Type.Union([Type.Null(), Quantiles]),
    invited: Quantiles,
    /** Replications in which it invited somebody. */
    held: Count,
  },
  closed,
)
export type EnsembleDraw = Type.Static<typeof EnsembleDraw>

export const PoolQuantiles = Type.Object(
  {
    date: DateText,
    total: Quantiles,
    bands: Type.Object(
      Object.fromEntries(bands.map((band) => [band, Quantiles])) as Record<(typeof bands)[number], typeof Quantiles>,
      closed,
    ),
  },
  closed,
)
export type PoolQuantiles = Type.Static<typeof PoolQuantiles>

/** Days from submission to ITA of those invited in a stream with a score of these bands, over all replications. */
export const Waiting = Type.Object(
  { stream: StreamName, scores: Type.String(), invitedPerRun: Type.Number(), days: Quantiles },
  closed,
)
export type Waiting = Type.Static<typeof Waiting>

/** Of the profiles that ended with a score of these bands, by ITA or without: the share that ended without. */
export const NeverInvited = Type.Object({ scores: Type.String(), endedPerRun: Type.Number(), share: Quantiles }, closed)
export type NeverInvited = Type.Static<typeof NeverInvited>

/** What an ensemble says after so many replications: partial while it runs, whole when `runs` is what was asked for. */
export const EnsembleResult = Type.Object(
  {
    scenario: Type.String(),
    seed: Type.String(),
    runs: Count,
    threads: Count,
    engineVersion: Type.String(),
    rulesetId: Type.String(),
    elapsedMs: Type.Number(),
    draws: Type.Array(EnsembleDraw),
    /** Every fourteen days and on the last. */
    pool: Type.Array(PoolQuantiles),
    waiting: Type.Array(Waiting),
    neverInvited: Type.Array(NeverInvited),
    /** ITAs of the whole run. */
    invited: Type.Object(
      {
        total: Quantiles,
        byStream: Type.Partial(
          Type.Object(
            Object.fromEntries(streams.map((stream) => [stream, Quantiles])) as Record<
              (typeof streams)[number],
              typeof Quantiles
            >,
            closed,
          ),
        ),
      },
      closed,
    ),
    /** Who was invited by streams with draws, all replications together: counts divided by `runs` are means. */
    composition: Type.Array(Type.Object({ stream: StreamName, counts: Composition }, closed)),
    /** Largest error of the quantiles above: points, days, and relative for counts. */
    precision: Type.Object(
      { cutoffPoints: Type.Number(), days: Type.Number(), countsRelative: Type.Number(), share: Type.Number() },
      closed,
    ),
  },
  closed,
)
export type EnsembleResult = Type.Static<typeof EnsembleResult>

export const ensembleStatuses = ['running', 'finished', 'cancelled', 'failed'] as const

/** Exactly one of `scenario` and `scenarioId`. */
export const EnsembleRequest = Type.Object(
  {
    scenario: Type.Optional(Scenario),
    scenarioId: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    seed: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    runs: Type.Integer({ minimum: 1, maximum: ensembleLimits.runs }),
  },
  closed,
)
export type EnsembleRequest = Type.Static<typeof EnsembleRequest>

export const EnsembleProgress = Type.Object(
  {
    runsDone: Count,
    runs: Count,
    elapsedMs: Type.Number(),
    /** Estimated from the pace so far; null before the first replication. */
    timeLeftMs: Type.Union([Type.Null(), Type.Number()]),
  },
  closed,
)
export type EnsembleProgress = Type.Static<typeof EnsembleProgress>

export const EnsembleInfo = Type.Object(
  {
    id: Type.String(),
    stream: Type.String(),
    status: Type.Enum([...ensembleStatuses]),
    scenarioId: Type.String(),
    seed: Type.String(),
    createdAt: InstantText,
    ...interruptible,
    progress: EnsembleProgress,
  },
  closed,
)
export type EnsembleInfo = Type.Static<typeof EnsembleInfo>

/** How an ensemble stands, with what its replications say so far. */
export const EnsembleAnswer = Type.Object(
  {
    ...EnsembleInfo.properties,
    /** Partial while it runs; null before the first replication. */
    result: Type.Union([Type.Null(), EnsembleResult]),
  },
  closed,
)
export type EnsembleAnswer = Type.Static<typeof EnsembleAnswer>

export const EnsembleList = Type.Object({ ensembles: Type.Array(EnsembleInfo) }, closed)
