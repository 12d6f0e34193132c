import Type from 'typebox'
import { EnsembleInfo, EnsembleResult } from '../schema/ensemble.ts'
import { LongWorkClientMessage, longWorkMessages } from './longWorkMessages.ts'

/** The websocket of an ensemble, `GET /api/ensembles/:id/stream`; `progress` comes about four times a second. */
const messages = longWorkMessages(EnsembleInfo, EnsembleResult)

export const EnsembleStartedMessage = messages.started
export type EnsembleStartedMessage = Type.Static<typeof EnsembleStartedMessage>

export const EnsembleProgressMessage = messages.progress
export type EnsembleProgressMessage = Type.Static<typeof EnsembleProgressMessage>

export const EnsembleFinishedMessage = messages.finished
export type EnsembleFinishedMessage = Type.Static<typeof EnsembleFinishedMessage>

export const EnsembleCancelledMessage = messages.cancelled
export type EnsembleCancelledMessage = Type.Static<typeof EnsembleCancelledMessage>

export const EnsembleFailedMessage = messages.failed
export type EnsembleFailedMessage = Type.Static<typeof EnsembleFailedMessage>

export const EnsembleServerMessage = Type.Union([
  EnsembleStartedMessage,
  EnsembleProgressMessage,
  EnsembleFinishedMessage,
  EnsembleCancelledMessage,
  EnsembleFailedMessage,
])
export type EnsembleServerMessage = Type.Static<typeof EnsembleServerMessage>

export const EnsembleClientMessage = LongWorkClientMessage
export type EnsembleClientMessage = LongWorkClientMessage
