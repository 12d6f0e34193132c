import Type from 'typebox'
import { DateText, StreamName } from './common.ts'

const closed = { additionalProperties: false } as const
const Score = Type.Integer({ minimum: 0, maximum: 1200 })
const Points = Type.Number({ minimum: 0 })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([Type.Null(), schema])

/** `replay` = one draw ahead, told the real size; `forecast` = so many days ahead, sizes and other draws unknown. */
export const backtestModes = ['replay', 'forecast'] as const
export type BacktestMode = (typeof backtestModes)[number]

/** Where a prediction comes from: the flows between draws, or the last cutoff again where nothing beats it. */
export const predictionBases = ['flows', 'last-cutoff'] as const

/** A published draw beside what was predicted for it from what happened before. */
export const PredictedDraw = Type.Object(
  {
    draw: Type.String({ pattern: '^\\d+[a-z]?$' }),
    date: DateText,
    stream: StreamName,
    /** Days between the newest thing known and the draw; null in mode `replay`. */
    horizonDays: orNull(Type.Integer({ minimum: 1 })),
    size: Type.Integer({ minimum: 0 }),
    actual: Score,
    p10: Score,
    p25: Score,
    p50: Score,
    p75: Score,
    p90: Score,
    /** The last cutoff of the stream that was known; null when it had none. */
    persistence: orNull(Score),
    basis: Type.Enum([...predictionBases]),
  },
  closed,
)
export type PredictedDraw = Type.Static<typeof PredictedDraw>

const skillFigures = {
  /** Draws. */
  n: Type.Integer({ minimum: 0 }),
  /** Mean absolute error of the median, in points; null without draws. */
  mae: orNull(Points),
  /** Mean of predicted minus actual, in points. */
  bias: orNull(Type.Number()),
  /** The same error of "the last cutoff again", over the draws that had one. */
  persistenceMae: orNull(Points),
  /** 1 - error / persistence error over the draws that had a last cutoff; 0 = no better, negative = worse. */
  skill: orNull(Type.Number()),
  /** Share of draws inside the 50 % and 80 % intervals, ends included. */
  coverage50: orNull(Share),
  coverage80: orNull(Share),
  /** Continuous ranked probability score, in points: the error of the whole distribution. */
  crps: orNull(Points),
}

/** How well the draws of a stream were predicted; `year` and `horizonDays` null = all of them. */
export const StreamSkill = Type.Object(
  { stream: StreamName, ...skillFigures, year: orNull(Type.Integer()), horizonDays: orNull(Type.Integer()) },
  closed,
)
export type StreamSkill = Type.Static<typeof StreamSkill>

/** All streams together, with or without nominee draws. */
export const OverallSkill = Type.Object(
  {
    streams: Type.Enum(['all', 'without-pnp']),
    ...skillFigures,
    year: orNull(Type.Integer()),
    horizonDays: orNull(Type.Integer()),
  },
  closed,
)
export type OverallSkill = Type.Static<typeof OverallSkill>

/** How often "invited within so many days" came true where it was given about this probability. */
export const ReliabilityBin = Type.Object(
  { from: Share, to: Share, n: Type.Integer({ minimum: 0 }), predicted: orNull(Share), observed: orNull(Share) },
  closed,
)
export type ReliabilityBin = Type.Static<typeof ReliabilityBin>

/** Statements "a score s of this stream is invited within `days` days", over a grid of scores and of days they were made on. */
export const InvitedWithin = Type.Object(
  {
    stream: StreamName,
    days: Type.Integer({ minimum: 1 }),
    /** Statements. */
    n: Type.Integer({ minimum: 0 }),
    /** Mean squared difference between probability and what happened (1 or 0). */
    brier: orNull(Share),
    /** The same of "yes if the score is at or above the last cutoff". */
    lastCutoffBrier: orNull(Share),
    /** The same of a bootstrap random walk from the last cutoff. */
    randomWalkBrier: orNull(Share),
    scores: Type.Object({ from: Score, to: Score, step: Type.Integer({ minimum: 1 }) }, closed),
    origins: Type.Integer({ minimum: 0 }),
    reliability: Type.Array(ReliabilityBin),
  },
  closed,
)
export type InvitedWithin = Type.Static<typeof InvitedWithin>

/** What `ee-sim backtest --json` prints. */
export const BacktestResult = Type.Object(
  {
    mode: Type.Enum([...backtestModes]),
    engineVersion: Type.String(),
    from: DateText,
    to: DateText,
    draws: Type.Array(PredictedDraw),
    /** One entry a stream (and horizon), in the order of the streams. */
    summary: Type.Array(StreamSkill),
    /** The same by calendar year. */
    byYear: Type.Array(StreamSkill),
    overall: Type.Array(OverallSkill),
    /** Mode `forecast` only, else empty. */
    invitedWithin: Type.Array(InvitedWithin),
  },
  closed,
)
export type BacktestResult = Type.Static<typeof BacktestResult>

/** The public record: `shared/record/accuracy.json`, written by `npm run record`, and shown on the page of that name. */
export const AccuracyRecord = Type.Object(
  {
    engineVersion: Type.String(),
    /** Date of the newest draw scored, and how many were published until then. */
    dataUntil: DateText,
    publishedDraws: Type.Integer({ minimum: 0 }),
    replay: BacktestResult,
    forecast: BacktestResult,
  },
  closed,
)
export type AccuracyRecord = Type.Static<typeof AccuracyRecord>
