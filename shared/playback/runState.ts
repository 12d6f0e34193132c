import { parseDay } from '../lib/day.ts'
import type { PoolPoint, SnapshotMessage } from '../protocol/messages.ts'
import type { DayEvent, DrawEvent, FinishedEvent, RulesEvent, SimulationEvent, StartedEvent } from '../schema/event.ts'

const DAYS_PER_WEEK = 7

/** What is known of a run so far: the part of a snapshot that comes from the simulation. */
export class RunState {
  started: StartedEvent | null = null
  latestDay: DayEvent | null = null
  finished: FinishedEvent | null = null
  readonly draws: DrawEvent[] = []
  /** Rulesets that took over since the start. */
  readonly rules: RulesEvent[] = []
  /** One point a week. */
  readonly pool: PoolPoint[] = []

  take(event: SimulationEvent): void {
    if (event.type === 'started') this.started = event
    else if (event.type === 'draw') this.draws.push(event)
    else if (event.type === 'rules') this.rules.push(event)
    else if (event.type === 'finished') this.finished = event
    else if (event.type === 'day') {
      this.latestDay = event
      this.#measurePool(event)
    }
  }

  get content(): Pick<SnapshotMessage, 'started' | 'latestDay' | 'draws' | 'rules' | 'pool' | 'finished'> {
    return {
      started: this.started,
      latestDay: this.latestDay,
      draws: this.draws,
      rules: this.rules,
      pool: this.pool,
      finished: this.finished,
    }
  }

  #measurePool({ date, total, bands }: DayEvent): void {
    const last = this.pool.at(-1)
    if (last && parseDay(date) - parseDay(last.date) < DAYS_PER_WEEK) return
    this.pool.push({ date, total, bands })
  }
}
