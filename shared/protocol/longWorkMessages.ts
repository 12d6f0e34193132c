import Type, { type TSchema } from 'typebox'
import { EnsembleProgress } from '../schema/ensemble.ts'

const closed = { additionalProperties: false } as const
const Seq = Type.Integer({ minimum: 0 })

/**
 * The websocket of an ensemble or a comparison. A reader gets `started` with the result so far, then `progress`, then exactly
 * one of `finished`, `cancelled`, `failed`. Every frame carries `seq`, which rises; a slow reader may miss `progress` frames,
 * never the end.
 */
export function longWorkMessages<Info extends TSchema, Result extends TSchema>(info: Info, result: Result) {
  const resultOrNone = Type.Union([Type.Null(), result])
  const progress = EnsembleProgress
  return {
    /** Sent first to whoever joins; `result` is null before there is anything to say. */
    started: Type.Object({ type: Type.Literal('started'), seq: Seq, info, result: resultOrNone }, closed),
    /** What was found so far: the result of something smaller. */
    progress: Type.Object({ type: Type.Literal('progress'), seq: Seq, progress, result }, closed),
    finished: Type.Object({ type: Type.Literal('finished'), seq: Seq, progress, result }, closed),
    /** Given up on somebody's request; what was found until then stays readable. */
    cancelled: Type.Object({ type: Type.Literal('cancelled'), seq: Seq, progress, result: resultOrNone }, closed),
    failed: Type.Object(
      { type: Type.Literal('failed'), seq: Seq, code: Type.String(), message: Type.String() },
      closed,
    ),
  } as const
}

/** What a reader may say: `cancel` ends the work for everybody. */
export const LongWorkClientMessage = Type.Object({ type: Type.Literal('cancel') }, closed)
export type LongWorkClientMessage = Type.Static<typeof LongWorkClientMessage>
