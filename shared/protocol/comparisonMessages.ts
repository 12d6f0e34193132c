import Type from 'typebox'
import { ComparisonInfo, ComparisonResult } from '../schema/comparison.ts'
import { longWorkMessages } from './longWorkMessages.ts'

/** The websocket of a comparison, `GET /api/compare/:id/stream`; `progress` comes about once a second. */
const messages = longWorkMessages(ComparisonInfo, ComparisonResult)

export const ComparisonServerMessage = Type.Union([
  messages.started,
  messages.progress,
  messages.finished,
  messages.cancelled,
  messages.failed,
])
export type ComparisonServerMessage = Type.Static<typeof ComparisonServerMessage>
