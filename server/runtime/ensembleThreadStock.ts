import { EnsembleThreads, type EnsembleThreadsOptions } from './ensembleThreads.ts'

/**
 * Keeps the threads of the last finished ensemble for the next one, which starts without waiting for them, and if it is
 * of the same scenario and seed, with everything prepared. Threads nobody needs for a while end by themselves.
 */
export class EnsembleThreadStock {
  readonly #options: EnsembleThreadsOptions
  #spare: EnsembleThreads | undefined

  constructor(options: EnsembleThreadsOptions) {
    this.#options = options
  }

  take(): EnsembleThreads {
    const threads = this.#spare ?? new EnsembleThreads(this.#options)
    this.#spare = undefined
    return threads
  }

  /** Takes back threads that have nothing more to do. */
  giveBack(threads: EnsembleThreads): void {
    if (this.#spare) void threads.close()
    else this.#spare = threads
  }

  async close(): Promise<void> {
    await this.#spare?.close()
  }
}
