import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { windowsOf } from '../../shared/record/reliability.ts'
import { type Ahead, horizonsOf, type RecordView, streamsOf, viewOf } from '../../shared/record/view.ts'
import type { AccuracyRecord } from '../../shared/schema/backtest.ts'
import type { Stream } from '../../shared/schema/common.ts'
import { streamNames } from '../charts/markers.ts'

export interface RecordChoice {
  view: RecordView
  ahead: Ahead
  /** Every way of predicting that was tried. */
  aheads: readonly Ahead[]
  stream: Stream
  /** Streams predicted that way, most draws first. */
  streams: readonly Stream[]
  /** Days within which an invitation was stated, and all that were tried. */
  within: number
  windows: readonly number[]
  chooseStream(stream: Stream): void
  chooseAhead(ahead: Ahead): void
  chooseWithin(days: number): void
}

/** The window an applicant asks about most. */
const USUAL_WINDOW_DAYS = 90

/** What part of the record the page shows: `?stream=`, `?ahead=` (days; without it one draw) and `?within=` of the address. */
export function useRecordChoice(record: AccuracyRecord): RecordChoice {
  const [address, setAddress] = useQueryStates({
    stream: parseAsStringLiteral(streamNames),
    ahead: parseAsInteger,
    within: parseAsInteger,
  })
  const aheads: Ahead[] = [null, ...horizonsOf(record)]
  const ahead = aheads.includes(address.ahead) ? address.ahead : null
  const view = viewOf(record, ahead)
  const streams = streamsOf(view)
  const windows = windowsOf(record.forecast.invitedWithin)
  const within = [address.within, USUAL_WINDOW_DAYS].find((days) => days !== null && windows.includes(days))
  return {
    view,
    ahead,
    aheads,
    stream: address.stream && streams.includes(address.stream) ? address.stream : (streams[0] ?? 'cec'),
    streams,
    within: within ?? windows[0] ?? USUAL_WINDOW_DAYS,
    windows,
    chooseStream: (stream) => void setAddress({ stream }),
    chooseAhead: (next) => void setAddress({ ahead: next }),
    chooseWithin: (days) => void setAddress({ within: days }),
  }
}
