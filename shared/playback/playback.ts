import type { SimulationEvent } from '../schema/event.ts'
import type { Clock } from './clock.ts'
import type { FromWorker, PlaybackCommand } from './workerMessages.ts'

/** Longest time the simulation runs before commands are looked at and events sent, in milliseconds. */
const SLICE_MS = 16
/** A playback that fell behind by more than this does not hurry to catch up. */
const FORGIVEN_MS = 250

type Mode = 'paused' | 'running' | 'seekingDraw' | 'over'

export interface PlaybackOptions {
  /** Simulated days a second. */
  speed: number
  paused: boolean
  /** Events that were told before, in an earlier life of this run: they are sent at once, in one message. */
  told?: number
  clock: Clock
  post(message: FromWorker): void
}

/**
 * Plays a simulation at a pace: so many simulated days a second, paused, day by day or from draw to draw.
 * Between slices it waits on a timer, so commands are obeyed within a slice and an idle playback costs nothing.
 *
 * paused -> running -> over; paused -> seekingDraw -> paused
 */
export class Playback {
  readonly #events: Iterator<SimulationEvent>
  readonly #post: (message: FromWorker) => void
  readonly #clock: Clock
  readonly #told: number
  #mode: Mode
  #speed: number
  #date: string | null = null
  #until = ''
  #nextDayDueMs = 0
  #callOff: () => void = () => undefined
  #unsent: SimulationEvent[] = []

  constructor(events: Iterator<SimulationEvent>, { speed, paused, told = 0, clock, post }: PlaybackOptions) {
    this.#events = events
    this.#post = post
    this.#clock = clock
    this.#speed = speed
    this.#told = told
    this.#mode = paused ? 'paused' : 'running'
  }

  /**
   * Takes the first event, for which the simulation makes its pool, or all that were told before, and sets off unless it is
   * to wait.
   */
  start(): void {
    this.#takeEvent()
    for (let count = 1; count < this.#told && !this.#isOver(); count++) this.#takeEvent()
    this.#send()
    if (this.#mode === 'running') this.#play()
    else if (this.#told === 0) this.#post({ type: 'paused', date: null })
  }

  obey(command: PlaybackCommand): void {
    if (this.#mode === 'over') return
    if (command.type === 'speed') {
      this.#speed = command.daysPerSecond
      if (this.#mode === 'running') this.#resume()
    } else if (command.type === 'pause') {
      if (this.#mode !== 'paused') this.#pause()
    } else if (command.type === 'resume') {
      if (this.#mode !== 'running') this.#resume()
    } else if (command.type === 'step') {
      this.#takeDay()
      this.#pause()
    } else {
      this.#mode = 'seekingDraw'
      this.#schedule(0)
    }
  }

  #resume(): void {
    this.#mode = 'running'
    this.#post({ type: 'resumed', speed: this.#speed })
    this.#play()
  }

  #pause(): void {
    this.#callOff()
    this.#send()
    if (this.#isOver()) return
    this.#mode = 'paused'
    this.#post({ type: 'paused', date: this.#date })
  }

  #play(): void {
    this.#nextDayDueMs = this.#clock.nowMs() + 1000 / this.#speed
    this.#schedule(1000 / this.#speed)
  }

  #schedule(delayMs: number): void {
    this.#callOff()
    this.#callOff = this.#clock.after(delayMs, this.#tick)
  }

  readonly #tick = (): void => {
    const startedMs = this.#clock.nowMs()
    if (this.#mode === 'seekingDraw') this.#seekDraw(startedMs + SLICE_MS)
    else if (this.#mode === 'running') this.#playDueDays(startedMs)
  }

  #seekDraw(deadlineMs: number): void {
    let drawn = false
    while (!drawn && !this.#isOver() && this.#clock.nowMs() < deadlineMs) drawn = this.#takeDay()
    if (drawn) this.#pause()
    else {
      this.#send()
      if (!this.#isOver()) this.#schedule(0)
    }
  }

  #playDueDays(startedMs: number): void {
    const deadlineMs = startedMs + SLICE_MS
    if (startedMs - this.#nextDayDueMs > FORGIVEN_MS) this.#nextDayDueMs = startedMs
    let nowMs = startedMs
    while (!this.#isOver() && this.#nextDayDueMs <= nowMs && nowMs < deadlineMs) {
      this.#takeDay()
      this.#nextDayDueMs += 1000 / this.#speed
      nowMs = this.#clock.nowMs()
    }
    this.#send()
    if (this.#isOver()) return
    this.#schedule(Math.max(SLICE_MS, this.#nextDayDueMs - nowMs))
  }

  /** Plays one day; true when it had a draw. After the last day also takes the summary. */
  #takeDay(): boolean {
    let drawn = false
    for (;;) {
      const event = this.#takeEvent()
      if (event === undefined) return drawn
      if (event.type === 'draw') drawn = true
      if (event.type === 'day' && event.date < this.#until) return drawn
    }
  }

  #takeEvent(): SimulationEvent | undefined {
    const { value, done } = this.#events.next()
    if (done) {
      this.#mode = 'over'
      return undefined
    }
    const event: SimulationEvent = value
    this.#unsent.push(event)
    if (event.type === 'started') this.#until = event.until
    else if (event.type === 'day') this.#date = event.date
    return event
  }

  #send(): void {
    if (this.#unsent.length === 0) return
    this.#post({ type: 'events', events: this.#unsent })
    this.#unsent = []
  }

  #isOver(): boolean {
    return this.#mode === 'over'
  }
}
