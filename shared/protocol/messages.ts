import Type from 'typebox'
import { DateText } from '../schema/common.ts'
import { BandCounts } from '../schema/draw.ts'
import { DayEvent, DrawEvent, FinishedEvent, RulesEvent, StartedEvent } from '../schema/event.ts'
import { runStatuses, speedRange } from '../schema/run.ts'

/**
 * The websocket of a run, `GET /api/runs/:id/stream?from=SEQ`. Every frame the server sends carries `seq`, which rises
 * within a run. A reader that comes back with `from` (the last seq it saw) misses no `draw`; `day` frames may be skipped.
 */
const closed = { additionalProperties: false } as const
const Seq = Type.Integer({ minimum: 0 })

const PoolPoint = Type.Object({ date: DateText, total: Type.Integer(), bands: BandCounts }, closed)
export type PoolPoint = Type.Static<typeof PoolPoint>

/** The whole state of a run, sent to a reader who joins. */
export const SnapshotMessage = Type.Object(
  {
    type: Type.Literal('snapshot'),
    seq: Seq,
    runId: Type.String(),
    status: Type.Enum([...runStatuses]),
    speed: Type.Number(),
    started: Type.Union([Type.Null(), StartedEvent]),
    latestDay: Type.Union([Type.Null(), DayEvent]),
    draws: Type.Array(DrawEvent),
    /** Rulesets that took over since the start, oldest first. */
    rules: Type.Array(RulesEvent),
    /** The pool over time, at most one point a week. */
    pool: Type.Array(PoolPoint),
    finished: Type.Union([Type.Null(), FinishedEvent]),
    failure: Type.Union([Type.Null(), Type.Object({ code: Type.String(), message: Type.String() }, closed)]),
  },
  closed,
)
export type SnapshotMessage = Type.Static<typeof SnapshotMessage>

const withSeq = <Properties extends Type.TProperties>(schema: Type.TObject<Properties>) =>
  Type.Object({ ...schema.properties, seq: Seq }, closed)

export const PausedMessage = Type.Object(
  { type: Type.Literal('paused'), seq: Seq, date: Type.Union([Type.Null(), DateText]) },
  closed,
)
export const ResumedMessage = Type.Object({ type: Type.Literal('resumed'), seq: Seq, speed: Type.Number() }, closed)
export const FailedMessage = Type.Object(
  { type: Type.Literal('failed'), seq: Seq, code: Type.String(), message: Type.String() },
  closed,
)
/** The run was given up on a reader's request; nothing follows. */
export const CancelledMessage = Type.Object(
  { type: Type.Literal('cancelled'), seq: Seq, date: Type.Union([Type.Null(), DateText]) },
  closed,
)

export const ServerMessage = Type.Union([
  withSeq(StartedEvent),
  withSeq(DayEvent),
  withSeq(DrawEvent),
  withSeq(RulesEvent),
  withSeq(FinishedEvent),
  SnapshotMessage,
  PausedMessage,
  ResumedMessage,
  FailedMessage,
  CancelledMessage,
])
export type ServerMessage = Type.Static<typeof ServerMessage>

type WithoutSeq<Message> = Message extends unknown ? Omit<Message, 'seq'> : never
/** What happens in a run, before it is given its number. */
export type UnnumberedMessage = WithoutSeq<Exclude<ServerMessage, { type: 'snapshot' }>>

/** What a reader may say. `step` = one day, `stepToDraw` = to the end of the next day that has a draw; both leave the run paused. */
export const ClientMessage = Type.Union([
  Type.Object({ type: Type.Enum(['pause', 'resume', 'step', 'stepToDraw', 'cancel']) }, closed),
  Type.Object(
    {
      type: Type.Literal('speed'),
      daysPerSecond: Type.Number({ minimum: speedRange.minimum, maximum: speedRange.maximum }),
    },
    closed,
  ),
])
export type ClientMessage = Type.Static<typeof ClientMessage>
