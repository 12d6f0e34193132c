/** Ends the work that has the workers of this browser, and forgets it. */
let makeRoom: () => void = () => {}

/** With more of a kind the oldest are forgotten. */
const MOST_KEPT = 20

/**
 * Works of one kind by id; ended ones stay for a while. One is under way at a time, for it takes all workers: another one ends
 * it, and whoever looks at it again finds nothing and has it begun anew.
 */
export class BrowserWorks<Work extends { readonly isActive: boolean; cancel(): void }> {
  readonly #works = new Map<string, Work>()

  find(id: string): Work | undefined {
    return this.#works.get(id)
  }

  remove(id: string): void {
    this.#works.get(id)?.cancel()
    this.#works.delete(id)
  }

  /** @param begin may refuse; the work under way goes on then */
  start(id: string, begin: () => Work): Work {
    const work = begin()
    makeRoom()
    makeRoom = () => {
      if (work.isActive) this.remove(id)
    }
    this.#works.set(id, work)
    const [oldest] = this.#works.keys()
    if (this.#works.size > MOST_KEPT) this.#works.delete(oldest)
    return work
  }
}
