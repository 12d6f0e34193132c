import Type from 'typebox'
import { EnsembleInfo, EnsembleProgress, EnsembleResult } from '../schema/ensemble.ts'

/**
 * The websocket of an ensemble, `GET /api/ensembles/:id/stream`. A reader gets `started` with the result so far, then
 * `progress` about four times a second, then exactly one of `finished`, `cancelled`, `failed`. Every frame carries `seq`,
 * which rises; a slow reader may miss `progress` frames, never the end.
 */
const closed = { additionalProperties: false } as const
const Seq = Type.Integer({ minimum: 0 })
const ResultOrNone = Type.Union([Type.Null(), EnsembleResult])

/** Sent first to whoever joins; `result` is null before the first replication. */
export const EnsembleStartedMessage = Type.Object(
  { type: Type.Literal('started'), seq: Seq, info: EnsembleInfo, result: ResultOrNone },
  closed,
)
export type EnsembleStartedMessage = Type.Static<typeof EnsembleStartedMessage>

/** What the replications done so far say: the result of a smaller ensemble. */
export const EnsembleProgressMessage = Type.Object(
  { type: Type.Literal('progress'), seq: Seq, progress: EnsembleProgress, result: EnsembleResult },
  closed,
)
export type EnsembleProgressMessage = Type.Static<typeof EnsembleProgressMessage>

export const EnsembleFinishedMessage = Type.Object(
  { type: Type.Literal('finished'), seq: Seq, progress: EnsembleProgress, result: EnsembleResult },
  closed,
)
export type EnsembleFinishedMessage = Type.Static<typeof EnsembleFinishedMessage>

/** Given up on somebody's request; what was found until then stays readable. */
export const EnsembleCancelledMessage = Type.Object(
  { type: Type.Literal('cancelled'), seq: Seq, progress: EnsembleProgress, result: ResultOrNone },
  closed,
)
export type EnsembleCancelledMessage = Type.Static<typeof EnsembleCancelledMessage>

export const EnsembleFailedMessage = Type.Object(
  { type: Type.Literal('failed'), seq: Seq, code: Type.String(), message: Type.String() },
  closed,
)
export type EnsembleFailedMessage = Type.Static<typeof EnsembleFailedMessage>

export const EnsembleServerMessage = Type.Union([
  EnsembleStartedMessage,
  EnsembleProgressMessage,
  EnsembleFinishedMessage,
  EnsembleCancelledMessage,
  EnsembleFailedMessage,
])
export type EnsembleServerMessage = Type.Static<typeof EnsembleServerMessage>

/** What a reader may say: `cancel` ends the ensemble for everybody. */
export const EnsembleClientMessage = Type.Object({ type: Type.Literal('cancel') }, closed)
export type EnsembleClientMessage = Type.Static<typeof EnsembleClientMessage>
