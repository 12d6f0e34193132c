import { type FilledBin, filledBins } from '../../../../shared/record/reliability.ts'
import type { AccuracyRecord, InvitedWithin } from '../../../../shared/schema/backtest.ts'
import type { ChanceAnswer, ChanceByDate } from '../../../../shared/schema/chance.ts'
import type { Stream } from '../../../../shared/schema/common.ts'
import { likeliestStream } from './chanceFindings.ts'

/** The window of past statements, and the month of the answer that is as far ahead. */
const WINDOW_DAYS = 180
const MONTHS_IN_WINDOW = 6

/** What was stated about a stream on past dates, and what is stated now. */
export interface PastStatements {
  stream: Stream
  /** Undefined when none were measured. */
  statements: InvitedWithin | undefined
  /** The chance in this stream as far ahead as the window; undefined when the futures end before. */
  now: ChanceByDate | undefined
  /** Past statements about as high as this one; undefined when there were none. */
  bin: FilledBin | undefined
}

/** Chances in draws of which most is known first: what to show when no stream may invite the person at all. */
const isMeasured = (record: AccuracyRecord, stream: Stream): boolean => statementsOf(record, stream) !== undefined
const statementsOf = ({ forecast }: AccuracyRecord, stream: Stream): InvitedWithin | undefined =>
  forecast.invitedWithin.find((one) => one.stream === stream && one.days === WINDOW_DAYS)

/** How chances like this one have done, for the stream most likely to invite; undefined when there is no stream to speak of. */
export function pastStatements(record: AccuracyRecord, answer: ChanceAnswer): PastStatements | undefined {
  const stream = likeliestStream(answer) ?? answer.streams.find((one) => isMeasured(record, one))
  if (!stream) return undefined
  const statements = statementsOf(record, stream)
  const now = answer.byStream[stream]?.[MONTHS_IN_WINDOW - 1] ?? neverInvited(answer)
  const chance = now?.probability
  const bin =
    chance === undefined
      ? undefined
      : filledBins(statements?.reliability ?? []).find(
          ({ from, to }) => chance >= from && (chance < to || (to === 1 && chance === 1)),
        )
  return { stream, statements, now, bin }
}

/** A stream that is not in the answer invites the person in no future. */
function neverInvited({ byDate }: ChanceAnswer): ChanceByDate | undefined {
  const then = byDate[MONTHS_IN_WINDOW - 1]
  return then && { ...then, probability: 0, low: 0 }
}
