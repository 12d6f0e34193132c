import type { UnnumberedMessage } from '../../shared/protocol/messages.ts'

/** One message of a run, numbered and written as the text every reader gets. */
export interface Frame {
  seq: number
  text: string
}

/** How many of the newest days and controls are kept. The rest (draws, rules, start and end) is kept for good. */
const KEPT_DAYS = 64
const KEPT_CONTROLS = 128

const keptFor: Partial<Record<UnnumberedMessage['type'], number>> = {
  day: KEPT_DAYS,
  paused: KEPT_CONTROLS,
  resumed: KEPT_CONTROLS,
}

/** Position of the first frame after `seq` in frames sorted by seq. */
function firstAfter(frames: readonly Frame[], seq: number): number {
  let low = 0
  let high = frames.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (frames[middle].seq > seq) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * What a run has said so far, shared by all its readers: a reader who is slow or comes back reads on from here,
 * so nobody needs a queue of his own. Numbers rise by one from 1.
 */
export class EventLog {
  readonly #lasting: Frame[] = []
  readonly #days: Frame[] = []
  readonly #controls: Frame[] = []
  #newestSeq = 0

  /** 0 before the first frame. */
  get newestSeq(): number {
    return this.#newestSeq
  }

  append(message: UnnumberedMessage): void {
    this.#newestSeq += 1
    const { type, ...content } = message
    const text = JSON.stringify({ type, seq: this.#newestSeq, ...content })
    const frames = this.#framesOf(type)
    frames.push({ seq: this.#newestSeq, text })
    if (frames.length > (keptFor[type] ?? Number.POSITIVE_INFINITY)) frames.shift()
  }

  /** The next frame gets a number above `seq`. */
  skipTo(seq: number): void {
    this.#newestSeq = Math.max(this.#newestSeq, seq)
  }

  /** The next `limit` frames still kept whose number is above `seq`, in order. */
  after(seq: number, limit = Number.POSITIVE_INFINITY): Frame[] {
    const next = [this.#lasting, this.#days, this.#controls].map((frames) => {
      const start = firstAfter(frames, seq)
      return frames.slice(start, start + limit)
    })
    return next
      .flat()
      .sort((a, b) => a.seq - b.seq)
      .slice(0, limit)
  }

  #framesOf(type: UnnumberedMessage['type']): Frame[] {
    if (type === 'day') return this.#days
    return type === 'paused' || type === 'resumed' ? this.#controls : this.#lasting
  }
}
