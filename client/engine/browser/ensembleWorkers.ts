import type { EnsembleTask, ReplicationThreads, TaskAnswer } from '../../../shared/playback/ensembleTask.ts'

/** Each holds a pool of its own, some hundred megabytes. */
const MOST_WORKERS = 8

const startWorker = (): Worker => new Worker(new URL('./ensemble.worker.ts', import.meta.url), { type: 'module' })

/** As many workers as the machine has cores, one less so that the page stays quick. */
export const usualWorkers = (): number => Math.max(1, Math.min(MOST_WORKERS, (navigator.hardwareConcurrency || 2) - 1))

/** The workers of one ensemble. They start when there is work for them; one that breaks is replaced with the next task. */
export class EnsembleWorkers implements ReplicationThreads {
  readonly threads: number
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()

  constructor(threads: number) {
    this.threads = threads
  }

  run(task: EnsembleTask): Promise<TaskAnswer> {
    const worker = this.#idle.pop() ?? this.#start()
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<TaskAnswer>) => {
        this.#idle.push(worker)
        resolve(data)
      }
      worker.onerror = (event) => {
        event.preventDefault()
        this.#end(worker)
        reject(new Error(event.message))
      }
      worker.postMessage(task)
    })
  }

  /** A worker that cannot start says so as an answer to its first task. */
  onStartFailure(): void {
    // Nothing else to tell.
  }

  async close(): Promise<void> {
    for (const worker of this.#all) this.#end(worker)
    this.#idle.length = 0
  }

  #start(): Worker {
    const worker = startWorker()
    this.#all.add(worker)
    return worker
  }

  #end(worker: Worker): void {
    this.#all.delete(worker)
    worker.terminate()
  }
}
