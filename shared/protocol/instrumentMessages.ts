import Type from 'typebox'
import { ComparisonInfo } from '../schema/comparison.ts'
import { InstrumentResult } from '../schema/instrument.ts'
import { longWorkMessages } from './longWorkMessages.ts'

/** The websocket of an instrument, `GET /api/instruments/:id/stream`; `progress` comes about once a second. */
const messages = longWorkMessages(ComparisonInfo, InstrumentResult)

export const InstrumentServerMessage = Type.Union([
  messages.started,
  messages.progress,
  messages.finished,
  messages.cancelled,
  messages.failed,
])
export type InstrumentServerMessage = Type.Static<typeof InstrumentServerMessage>
