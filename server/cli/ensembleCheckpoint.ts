import { InputError } from '../../shared/lib/errors.ts'
import type { EnsembleRun } from '../../shared/playback/ensembleRun.ts'
import type { CheckpointFile } from './checkpointFile.ts'
import { tell } from './output.ts'

/** Time between two saves: as much is lost at most when the program is killed. */
const EVERY_MS = 10_000

/** Keeps what an ensemble found in a file, now and then and at its end. */
export class EnsembleCheckpoint {
  readonly #file: CheckpointFile
  readonly #run: EnsembleRun
  #savedAtMs = performance.now()
  #failed = false

  /**
   * Saves at once, while it is not too late to choose another file.
   *
   * @throws InputError EE_FILE; the run is then cancelled
   */
  constructor(file: CheckpointFile, run: EnsembleRun) {
    this.#file = file
    this.#run = run
    try {
      file.write(run.checkpoint())
    } catch (error) {
      run.cancel()
      throw error
    }
    const { runsDone, runs } = run.progress
    if (runsDone > 0) tell(`${file.name}: continuing after ${runsDone} of ${runs} runs.`)
  }

  /** Call as often as there is news; saves only when it is time again. */
  progressed(): void {
    if (performance.now() - this.#savedAtMs >= EVERY_MS) this.#save()
  }

  /** Saves what is there at the end; false when that was not possible. */
  end(): boolean {
    this.#save()
    return !this.#failed
  }

  /** A disk that is full for a while is no reason to give up hours of computing: it is said once, and tried again. */
  #save(): void {
    this.#savedAtMs = performance.now()
    try {
      this.#file.write(this.#run.checkpoint())
      this.#failed = false
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (!this.#failed) tell(`${error.code} ${error.issues[0].message}`)
      this.#failed = true
    }
  }
}
