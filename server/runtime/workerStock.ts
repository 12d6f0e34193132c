import { Worker } from 'node:worker_threads'

/** A new worker is not started while the last one taken is busiest, with its pool. */
const REFILL_AFTER_MS = 3000

export interface WorkerStockOptions {
  /** The bundled worker, `dist/server/run.worker.js`. */
  file: string
  /** Most JavaScript heap a worker may use, in MiB; the columns of its pool are not part of that. */
  heapMb: number
}

/** Keeps one started worker in reserve, so that a new run does not wait for a thread to start and load the engine. */
export class WorkerStock {
  readonly #options: WorkerStockOptions
  #spare: Worker | undefined
  #refill: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: WorkerStockOptions) {
    this.#options = options
    this.#fill()
  }

  /** A worker that is ready for its start message. */
  take(): Worker {
    const worker = this.#spare ?? this.#startWorker()
    this.#spare = undefined
    clearTimeout(this.#refill)
    this.#refill = setTimeout(() => this.#fill(), REFILL_AFTER_MS).unref()
    return worker
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#refill)
    await this.#spare?.terminate()
  }

  #fill(): void {
    if (this.#closed || this.#spare) return
    const worker = this.#startWorker()
    const forget = () => {
      if (this.#spare === worker) this.#spare = undefined
    }
    worker.once('error', forget).once('exit', forget)
    this.#spare = worker
  }

  #startWorker(): Worker {
    return new Worker(this.#options.file, { resourceLimits: { maxOldGenerationSizeMb: this.#options.heapMb } })
  }
}
