import type { ErrorCode } from '../lib/errors.ts'
import type { ClientMessage } from '../protocol/messages.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { SimulationEvent } from '../schema/event.ts'
import type { Scenario } from '../schema/scenario.ts'

/** What a reader may ask of a playback. `cancel` is not among them: the server ends the worker itself. */
export type PlaybackCommand =
  | { type: Exclude<ClientMessage['type'], 'cancel' | 'speed'> }
  | Extract<ClientMessage, { type: 'speed' }>

/** The one run a worker plays. */
export interface StartMessage {
  type: 'start'
  scenario: Scenario
  seed: string
  /** Published draws that were imported; the bundled ones when absent. */
  history?: readonly PublishedDraw[]
  /** Simulated days a second. */
  speed: number
  /** Stop before the first day, or where it was. */
  paused: boolean
  /** Events that were told before the server was started again: all of them come in the first message. */
  told?: number
}

export type ToWorker = StartMessage | PlaybackCommand

export type FromWorker =
  | { type: 'events'; events: SimulationEvent[] }
  /** Also the answer to a step: it is done, and this is the day it led to. `date` null = before the first day. */
  | { type: 'paused'; date: string | null }
  | { type: 'resumed'; speed: number }
  /** The scenario cannot be run after all. An error that nobody foresaw is left to end the worker. */
  | { type: 'failed'; code: ErrorCode; message: string }
