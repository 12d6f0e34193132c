import { publishedDraws } from '../../../shared/draws/history.ts'
import { type EnsemblePlan, ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { type EnsembleOutcome, EnsembleRun, failureOf } from '../../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../../shared/playback/ensembleTask.ts'
import type { EnsembleClientMessage, EnsembleServerMessage } from '../../../shared/protocol/ensembleMessages.ts'
import type { EnsembleInfo } from '../../../shared/schema/ensemble.ts'
import type { Provenance } from '../../../shared/schema/provenance.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { provenanceOf } from '../../../shared/simulation/provenance.ts'
import type { EnsembleListener, EnsembleTransport } from '../transport.ts'
import { Audience } from './audience.ts'
import { browserClock } from './browserClock.ts'
import { EnsembleWorkers, usualWorkers } from './ensembleWorkers.ts'

/** Shortest time between two `progress` messages. */
const PROGRESS_MS = 250

export interface BrowserEnsembleOptions {
  id: string
  scenario: Scenario
  seed: string
  runs: number
}

/** One ensemble of this browser: its workers, what they found, and the parts of the page that follow it. */
export class BrowserEnsemble {
  readonly #options: BrowserEnsembleOptions
  readonly #plan: EnsemblePlan
  readonly #run: EnsembleRun
  readonly #audience = new Audience<EnsembleServerMessage, EnsembleClientMessage>(() => this.#run.cancel())
  readonly #createdAt = new Date()
  readonly #workers: EnsembleWorkers
  #outcome: EnsembleOutcome | undefined
  #seq = 0
  #saidAtMs = Number.NEGATIVE_INFINITY

  /** @throws InputError when the scenario cannot be run */
  constructor(options: BrowserEnsembleOptions) {
    const { scenario, seed, runs } = options
    this.#options = options
    this.#workers = new EnsembleWorkers(Math.min(usualWorkers(), runs))
    this.#plan = ensemblePlan(scenario, { seed })
    this.#run = new EnsembleRun({
      plan: this.#plan,
      job: jobOf(scenario, { seed }),
      runs,
      threads: this.#workers,
      clock: browserClock,
      onProgress: () => this.#progressed(),
    })
    void this.#run.outcome.then((outcome) => this.#end(outcome))
  }

  get isActive(): boolean {
    return this.#outcome === undefined
  }

  get info(): EnsembleInfo {
    const { id, scenario, seed } = this.#options
    return {
      id,
      stream: id,
      status: this.#outcome?.status ?? 'running',
      scenarioId: scenario.id,
      seed,
      createdAt: this.#createdAt.toISOString(),
      resumedAt: null,
      failure: failureOf(this.#outcome),
      progress: this.#run.progress,
    }
  }

  get provenance(): Provenance {
    return provenanceOf(this.#options.scenario, this.#plan.settings, publishedDraws)
  }

  join(listener: EnsembleListener): EnsembleTransport {
    return this.#audience.admit(listener, {
      type: 'started',
      seq: this.#seq,
      info: this.info,
      result: this.#run.result(),
    })
  }

  cancel(): void {
    this.#run.cancel()
  }

  #progressed(): void {
    if (browserClock.nowMs() - this.#saidAtMs < PROGRESS_MS) return
    this.#saidAtMs = browserClock.nowMs()
    const result = this.#run.result()
    if (result) this.#audience.say({ type: 'progress', seq: this.#nextSeq(), progress: this.#run.progress, result })
  }

  #end(outcome: EnsembleOutcome): void {
    this.#outcome = outcome
    void this.#workers.close()
    const { progress } = this.#run
    const result = this.#run.result()
    const seq = this.#nextSeq()
    if (outcome.status === 'failed') {
      this.#audience.say({ type: 'failed', seq, code: outcome.code, message: outcome.message })
    } else if (outcome.status === 'cancelled') this.#audience.say({ type: 'cancelled', seq, progress, result })
    else if (result) this.#audience.say({ type: 'finished', seq, progress, result })
  }

  #nextSeq(): number {
    this.#seq += 1
    return this.#seq
  }
}
