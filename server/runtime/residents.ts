import { refuse } from '../../shared/lib/errors.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'

/** How long runs and ensembles are kept, in milliseconds. Seen = read along or asked for. */
export interface Lifetimes {
  /** A run that nobody has seen for this long is paused. */
  pauseUnseen: number
  /** When the server is full, one that nobody has seen for this long gives its place to a new one. */
  yieldUnseen: number
  /** One that nobody has seen for this long is removed, whatever its state. */
  removeUnseen: number
  /** A reader of whom nothing was heard for this long is dropped. */
  readerSilence: number
  /** How often the above is looked at. */
  sweep: number
}

export const usualLifetimes: Readonly<Lifetimes> = {
  pauseUnseen: 120_000,
  yieldUnseen: 30_000,
  removeUnseen: 3_600_000,
  readerSilence: 60_000,
  sweep: 10_000,
}

/** A run or an ensemble, as far as its stay on the server goes. */
export interface Resident {
  readonly id: string
  /** Has threads, that is: counts towards the limit. */
  readonly isActive: boolean
  /** Milliseconds since somebody last read along or asked; 0 while there are readers. */
  readonly unseenMs: number
  checkReaders(silentMs: number): void
  /** Ends its threads and says goodbye to its readers; nothing is kept of it. */
  close(code: number, reason: string): Promise<void>
  /** The same, but what is kept of it stays for a server that is started again. */
  suspend(code: number, reason: string): Promise<void>
}

export interface ResidentsOptions<Item> {
  /** What they are called, in the plural: `runs`. */
  name: string
  /** Most that may be under way at a time. */
  activeLimit: number
  /** Ended ones kept for people who come back; beyond that the one unseen for longest is removed. */
  keptEnded: number
  lifetimes: Lifetimes
  /** Called for each one at every sweep. */
  look?(item: Item): void
}

const longestUnseenFirst = <Item extends Resident>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => b.unseenMs - a.unseenMs)

/** All runs, or all ensembles, of a server: finds them, and ends those nobody looks at. */
export class Residents<Item extends Resident> {
  readonly #options: ResidentsOptions<Item>
  readonly #items = new Map<string, Item>()
  readonly #sweeper: NodeJS.Timeout

  constructor(options: ResidentsOptions<Item>) {
    this.#options = options
    this.#sweeper = setInterval(() => this.#sweep(), options.lifetimes.sweep).unref()
  }

  /** Newest first. */
  list(): Item[] {
    return [...this.#items.values()].reverse()
  }

  find(id: string): Item | undefined {
    return this.#items.get(id)
  }

  get activeCount(): number {
    return this.list().filter((item) => item.isActive).length
  }

  /**
   * Makes sure that one more may be under way; one that nobody looks at gives its place.
   *
   * @throws InputError EE_BUSY
   */
  makeRoom(): void {
    const { activeLimit, lifetimes, name } = this.#options
    if (this.activeCount < activeLimit) return
    const [unseen] = longestUnseenFirst(this.list().filter((item) => item.isActive))
    if (unseen && unseen.unseenMs > lifetimes.yieldUnseen) this.remove(unseen.id)
    else
      throw refuse('EE_BUSY', '$', `this server allows ${activeLimit} ${name} at a time; watch one, or come back later`)
  }

  add(item: Item): void {
    this.#items.set(item.id, item)
  }

  /** Ends one and closes its readers; false when there is none of that id. */
  remove(id: string): boolean {
    const item = this.#items.get(id)
    if (!item) return false
    this.#items.delete(id)
    void item.close(closeCodes.runGone, `it is no longer among the ${this.#options.name} of this server`)
    return true
  }

  /** Says goodbye to all readers and ends all threads. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper)
    const closing = this.list().map((item) => item.suspend(closeCodes.goingAway, 'the server is stopping'))
    this.#items.clear()
    await Promise.all(closing)
  }

  #sweep(): void {
    const { lifetimes, keptEnded, look } = this.#options
    for (const item of this.list()) {
      if (item.unseenMs > lifetimes.removeUnseen) this.remove(item.id)
      else look?.(item)
      item.checkReaders(lifetimes.readerSilence)
    }
    const ended = longestUnseenFirst(this.list().filter((item) => !item.isActive))
    for (const item of ended.slice(0, Math.max(0, ended.length - keptEnded))) this.remove(item.id)
  }
}
