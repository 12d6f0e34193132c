import type { Frame } from './eventLog.ts'

/**
 * The log of an ensemble: each frame has all that those before it said, so only the newest is kept. A reader who is slow
 * skips some; the last one stays.
 */
export class NewestFrame {
  #frame: Frame = { seq: 0, text: '' }

  /** 0 before the first frame. */
  get newestSeq(): number {
    return this.#frame.seq
  }

  append({ type, ...content }: { readonly type: string; readonly [member: string]: unknown }): void {
    const seq = this.#frame.seq + 1
    this.#frame = { seq, text: JSON.stringify({ type, seq, ...content }) }
  }

  after(seq: number): Frame[] {
    return this.#frame.seq > seq ? [this.#frame] : []
  }
}
