import { type Day, parseDay } from '../lib/day.ts'
import type { RandomStream } from '../lib/random.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { forecastAssumptions } from './assumptions.ts'

const { days: practiceDays, sameSizeAgain, gapDaysWhenUnknown } = forecastAssumptions.practice

/** A draw that may be held: persons besides nominees. */
export interface ImaginedDraw {
  day: Day
  stream: Stream
  persons: number
}

interface Habit {
  last: Day
  gaps: number[]
  sizes: number[]
}

/** What was held lately, as a habit to go on with: gaps and sizes of each stream. */
export class RecentPractice {
  readonly #habits = new Map<Stream, Habit>()
  readonly #lastSizes = new Map<Stream, number>()
  readonly #from: Day

  /** @param draws held until `origin`, oldest first, each with the persons besides nominees it invited */
  constructor(draws: readonly { draw: PublishedDraw; persons: number }[], origin: Day) {
    this.#from = origin
    for (const { draw, persons } of draws) {
      if (draw.stream === 'pnp') continue
      const day = parseDay(draw.date)
      this.#lastSizes.set(draw.stream, persons)
      const known = this.#habits.get(draw.stream)
      const isRecent = day > origin - practiceDays
      if (!known) this.#habits.set(draw.stream, { last: day, gaps: [], sizes: isRecent ? [persons] : [] })
      else {
        if (isRecent) {
          known.gaps.push(day - known.last)
          known.sizes.push(persons)
        }
        known.last = day
      }
    }
    for (const [stream, { sizes }] of this.#habits) if (sizes.length === 0) this.#habits.delete(stream)
  }

  get streams(): Stream[] {
    return [...this.#habits.keys()]
  }

  /** A size a draw of a stream may have; that of its last draw when it was not drawn lately, undefined when it never was. */
  size(stream: Stream, random: RandomStream): number | undefined {
    const sizes = this.#habits.get(stream)?.sizes
    if (!sizes) return this.#lastSizes.get(stream)
    return random.chance(sameSizeAgain) ? sizes[sizes.length - 1] : sizes[random.integer(sizes.length)]
  }

  /** Draws that may be held after the origin until a day, in order. */
  imagine(until: Day, random: RandomStream): ImaginedDraw[] {
    const draws: ImaginedDraw[] = []
    for (const [stream, { last, gaps, sizes }] of this.#habits) {
      let size = sizes[sizes.length - 1]
      let day = last
      for (;;) {
        const gap = gaps.length === 0 ? gapDaysWhenUnknown : gaps[random.integer(gaps.length)]
        day += Math.max(1, gap)
        // The stream is late: its next draw may come any day.
        if (day <= this.#from) day = this.#from + 1 + random.integer(Math.max(1, gap))
        if (day > until) break
        if (!random.chance(sameSizeAgain)) size = sizes[random.integer(sizes.length)]
        draws.push({ day, stream, persons: size })
      }
    }
    return draws.sort((a, b) => a.day - b.day)
  }

  /** Usual days between two draws of a stream. */
  usualGap(stream: Stream): number {
    const gaps = this.#habits.get(stream)?.gaps ?? []
    return gaps.length === 0 ? gapDaysWhenUnknown : gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  }
}
