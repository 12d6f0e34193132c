/** Replications `first` ... `first + count - 1`: what one thread does before it reports. */
export interface Chunk {
  first: number
  count: number
}

/** A chunk should take about this long, so that progress is seen and threads end together. */
const CHUNK_MS = 150
/** Bounds what a thread hands over at once, however quick replications are. */
const MOST_REPLICATIONS = 32
/** Chunks a thread may be ahead of the oldest one not yet in; their records wait in memory. */
const CHUNKS_AHEAD = 2
/** A chunk whose thread broke this often is not tried again. */
const MOST_CRASHES = 3

/**
 * Deals the replications of an ensemble out in chunks and gives their records back in order, whichever thread was
 * quicker. Holds a bounded number of records, however many replications there are.
 */
export class EnsembleChunks {
  readonly #runs: number
  readonly #threads: number
  readonly #waiting = new Map<number, ArrayBuffer[]>()
  readonly #crashes = new Map<number, number>()
  readonly #again: Chunk[] = []
  #dealt: number
  #released: number
  #unreleasedChunks = 0
  #msPerReplication = Number.POSITIVE_INFINITY

  /** @param done replications 0 ... done-1 are in already */
  constructor({ runs, threads, done = 0 }: { runs: number; threads: number; done?: number }) {
    this.#runs = runs
    this.#threads = threads
    this.#dealt = done
    this.#released = done
  }

  /** The next chunk for a thread; undefined when none is left, or when older ones have to come in first. */
  deal(): Chunk | undefined {
    const broken = this.#again.shift()
    if (broken) return broken
    if (this.#dealt === this.#runs || this.#unreleasedChunks >= CHUNKS_AHEAD * this.#threads) return undefined
    const chunk = { first: this.#dealt, count: this.#nextCount() }
    this.#dealt += chunk.count
    this.#unreleasedChunks += 1
    return chunk
  }

  /** Takes what a thread found, and returns the records whose turn it now is. */
  take({ first, count }: Chunk, records: ArrayBuffer[], elapsedMs: number): ArrayBuffer[] {
    const pace = elapsedMs / count
    this.#msPerReplication = Number.isFinite(this.#msPerReplication) ? (this.#msPerReplication + pace) / 2 : pace
    this.#crashes.delete(first)
    this.#waiting.set(first, records)
    const inTurn: ArrayBuffer[] = []
    for (;;) {
      const next = this.#waiting.get(this.#released)
      if (!next) return inTurn
      this.#waiting.delete(this.#released)
      this.#released += next.length
      this.#unreleasedChunks -= 1
      inTurn.push(...next)
    }
  }

  /** The thread of a chunk broke: it will be dealt again. False when that happened too often. */
  repeat(chunk: Chunk): boolean {
    const crashes = (this.#crashes.get(chunk.first) ?? 0) + 1
    this.#crashes.set(chunk.first, crashes)
    this.#again.push(chunk)
    return crashes < MOST_CRASHES
  }

  /** About {@link CHUNK_MS} of work, and towards the end less, so that no thread is left with the rest. */
  #nextCount(): number {
    const left = this.#runs - this.#dealt
    const fairShare = Math.ceil(left / (2 * this.#threads))
    return Math.max(1, Math.min(MOST_REPLICATIONS, fairShare, Math.floor(CHUNK_MS / this.#msPerReplication)))
  }
}
