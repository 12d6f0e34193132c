import type { Instrument, Reading } from '../instruments/instrument.ts'
import { engineVersion } from '../lib/version.ts'
import type { EnsembleProgress } from '../schema/ensemble.ts'
import type { InstrumentResult } from '../schema/instrument.ts'
import type { EnsembleOutcome } from './ensembleRun.ts'
import { FamilyRun, type FamilyRunOptions } from './familyRun.ts'

/** `members` are the scenarios of the instrument, with its question. */
export interface InstrumentRunOptions extends Omit<FamilyRunOptions, 'onRecord'> {
  instrument: Instrument
}

/** Runs the scenarios of an instrument, and reads it as their replications come in. */
export class InstrumentRun {
  readonly #options: InstrumentRunOptions
  readonly #reading: Reading
  readonly #family: FamilyRun
  readonly #done: number[]

  /** @throws InputError when the instrument cannot be read off these scenarios */
  constructor(options: InstrumentRunOptions) {
    const { instrument, members } = options
    this.#options = options
    this.#reading = instrument.read(members.map(({ plan }) => plan))
    this.#done = members.map(() => 0)
    this.#family = new FamilyRun({
      ...options,
      onRecord: (member, record) => {
        this.#done[member] += 1
        this.#reading.add(member, record)
      },
    })
  }

  get outcome(): Promise<EnsembleOutcome> {
    return this.#family.outcome
  }

  /** Replications of all scenarios together. */
  get progress(): EnsembleProgress {
    return this.#family.progress
  }

  /** What it shows so far; null before every scenario has a replication. */
  result(): InstrumentResult | null {
    const finding = this.#reading.finding()
    if (!finding) return null
    const { members, runs, threads } = this.#options
    const { scenarioId, seed } = members[0].plan.settings
    const { elapsedMs } = this.progress
    const runsDone = Math.min(...this.#done)
    return { scenario: scenarioId, seed, runs, runsDone, threads, engineVersion, elapsedMs, finding }
  }

  /** Ends at once; what came in until now stays. */
  cancel(): void {
    this.#family.cancel()
  }

  /** Ends, and resolves when all threads are gone. */
  close(): Promise<void> {
    return this.#family.close()
  }
}
