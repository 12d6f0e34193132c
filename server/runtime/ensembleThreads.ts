import { join } from 'node:path'
import { Piscina } from 'piscina'
import type { StartingPool } from '../../shared/chance/futures.ts'
import type { EnsembleTask, ReplicationThreads, TaskAnswer } from '../../shared/playback/ensembleTask.ts'
import { packageRoot } from '../packageRoot.ts'

/** A thread that had nothing to do for this long ends; until then it keeps what it prepared. */
const IDLE_MS = 60_000

/** The bundled worker. */
export const ensembleWorkerFile: string = join(packageRoot, 'dist', 'server', 'ensemble.worker.js')

/**
 * Threads load their bundle with `import`. Piscina would `require` it first, and Node 20 aborts the whole process when a thread is
 * ended while it requires an ES module (`v8::Module::IsGraphAsync`).
 */
const withoutRequire = '--no-experimental-require-module'
const execArgv = process.allowedNodeEnvironmentFlags.has(withoutRequire) ? [withoutRequire] : []

export interface EnsembleThreadsOptions {
  threads: number
  /** Most JavaScript heap a thread may use, in MiB; the columns of its pool are not part of that. */
  heapMb: number
  /** Default {@link ensembleWorkerFile}. */
  workerFile?: string
}

/**
 * The threads of one ensemble. They start when there is work for them; one that breaks is replaced with the next task.
 * A finished ensemble can hand them on to the next.
 */
export class EnsembleThreads implements ReplicationThreads {
  readonly threads: number
  readonly #pool: Piscina
  #startFailed: (error: Error) => void = () => {}
  #closed: Promise<void> | undefined

  constructor({ threads, heapMb, workerFile = ensembleWorkerFile }: EnsembleThreadsOptions) {
    this.threads = threads
    this.#pool = new Piscina({
      filename: workerFile,
      name: 'runReplications',
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      recordTiming: false,
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    // Piscina says so when a thread ends that had no task yet: tasks would wait for it forever.
    this.#pool.on('error', (error: Error) => this.#startFailed(error))
  }

  /** Who is told when a thread cannot even start; what was asked of it is never answered. */
  onStartFailure(tell: (error: Error) => void): void {
    this.#startFailed = tell
  }

  /** Rejects with what ended the thread. Do not ask for more than {@link threads} tasks at a time. */
  run(task: EnsembleTask): Promise<TaskAnswer> {
    return this.#pool.run(task)
  }

  /** The pool that the futures of a job start from; rejects with what ended the thread, or kept it from starting. */
  startingPool(job: string): Promise<StartingPool> {
    return new Promise((resolve, reject) => {
      this.#startFailed = reject
      this.#pool.run(job, { name: 'computeStartingPool' }).then(resolve, reject)
    })
  }

  /** Ends all threads, also in the middle of a replication; what was asked of them rejects. */
  close(): Promise<void> {
    this.#closed ??= this.#pool.destroy()
    return this.#closed
  }
}
