import type { EnsemblePlan } from '../ensemble/plan.ts'
import type { ReplicationRecord } from '../ensemble/record.ts'
import { type Day, SECONDS_PER_DAY } from '../lib/day.ts'
import type { Stream } from '../schema/common.ts'

/** One draw of one future, as somebody in the pool meets it. */
export interface HeldDraw {
  day: Day
  stream: Stream
  /** Whoever of the stream has more is invited. */
  cutoff: number
  /** Of those at the cutoff whoever submitted until this instant is invited, in UTC seconds. */
  tieBreak: number
}

/** Later than any submission: a tie-break that leaves nobody out. */
export const EVERYBODY = 0xffff_ffff

/**
 * The draws of many futures: all that is needed to say whether one more person would have been invited. One person more or less
 * does not move a cutoff, so futures are simulated once and anybody is asked about afterwards.
 */
export class CutoffTable {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly streams: readonly Stream[]
  readonly #floors: readonly number[]
  readonly #runs: { day: Int32Array; cutoff: Int32Array; tieBreak: Int32Array; open: Uint8Array }[] = []

  constructor({ settings, slots }: Pick<EnsemblePlan, 'settings' | 'slots'>) {
    this.firstDay = settings.firstDay
    this.lastDay = settings.lastDay
    this.streams = slots.map(({ stream }) => stream)
    this.#floors = slots.map(({ minimumScore }) => minimumScore ?? 0)
  }

  /** All runs as columns, run after run, to be kept; {@link restore} reads them. */
  columns(): [day: Int32Array, cutoff: Int32Array, tieBreak: Int32Array, open: Uint8Array] {
    const slots = this.streams.length
    const all = Array.from({ length: 3 }, () => new Int32Array(slots * this.runs))
    const open = new Uint8Array(slots * this.runs)
    for (const [run, one] of this.#runs.entries()) {
      all[0].set(one.day, run * slots)
      all[1].set(one.cutoff, run * slots)
      all[2].set(one.tieBreak, run * slots)
      open.set(one.open, run * slots)
    }
    return [all[0], all[1], all[2], open]
  }

  /** Takes the runs that {@link columns} gave, or the first of them. */
  restore([day, cutoff, tieBreak, open]: ReturnType<CutoffTable['columns']>, runs = Number.POSITIVE_INFINITY): void {
    const slots = this.streams.length
    for (let first = 0; first < Math.min(day.length, runs * slots); first += slots) {
      const [from, to] = [first, first + slots]
      this.#runs.push({
        day: day.subarray(from, to),
        cutoff: cutoff.subarray(from, to),
        tieBreak: tieBreak.subarray(from, to),
        open: open.subarray(from, to),
      })
    }
  }

  get runs(): number {
    return this.#runs.length
  }

  add({ day, size, cutoff, invited, tieBreak }: ReplicationRecord): void {
    // A draw that could not fill its size, or has none, reaches down to its floor.
    const open = Uint8Array.from(invited, (count, slot) => (size[slot] < 0 || count < size[slot] ? 1 : 0))
    this.#runs.push({ day: day.slice(), cutoff: cutoff.slice(), tieBreak: tieBreak.slice(), open })
  }

  /**
   * The draws of a future in the order they are held.
   *
   * @param laterDays moves the future: as if the pool and the practice it starts from were those of so many days later
   */
  *drawsOf(run: number, laterDays = 0): Generator<HeldDraw> {
    const laterSeconds = laterDays * SECONDS_PER_DAY
    const { day, cutoff, tieBreak, open } = this.#runs[run]
    for (let slot = 0; slot < day.length; slot++) {
      if (day[slot] < 0) continue
      const stream = this.streams[slot]
      const on = day[slot] + laterDays
      if (open[slot] === 1) yield { day: on, stream, cutoff: this.#floors[slot], tieBreak: EVERYBODY }
      else if (cutoff[slot] >= 0) {
        yield {
          day: on,
          stream,
          cutoff: cutoff[slot],
          tieBreak: tieBreak[slot] === 0 ? EVERYBODY : tieBreak[slot] + laterSeconds,
        }
      }
    }
  }
}
