/** The work that has the workers of this browser; it ends when another one begins. */
let underWay: { cancel(): void } | undefined

/** Works of one kind by id. Ended ones stay while the page does. */
export class BrowserWorks<Work extends { cancel(): void }> {
  readonly #works = new Map<string, Work>()

  find(id: string): Work | undefined {
    return this.#works.get(id)
  }

  /**
   * Begins a work in the place of whatever is under way, for it takes all workers.
   *
   * @param begin may refuse; the other work goes on then
   */
  start(id: string, begin: () => Work): Work {
    const work = begin()
    underWay?.cancel()
    underWay = work
    this.#works.set(id, work)
    return work
  }
}
