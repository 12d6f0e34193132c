import { publishedDraws } from '../../shared/draws/history.ts'
import { EnsembleRun, type EnsembleRunOptions } from '../../shared/playback/ensembleRun.ts'
import { readJob } from '../../shared/playback/ensembleTask.ts'
import type { EnsembleInfo, EnsembleResult } from '../../shared/schema/ensemble.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import { provenanceOf } from '../../shared/simulation/provenance.ts'
import { serverClock } from './clock.ts'
import type { WorkContent } from './endedWork.ts'
import { FollowedWork } from './followedWork.ts'
import type { UnderWayEntry } from './underWayEntry.ts'

const PROGRESS_MS = 250
const CHECKPOINT_MS = 10_000

export interface EnsembleOptions extends Omit<EnsembleRunOptions, 'onProgress' | 'clock'> {
  id: string
  createdAt: Date
  /** When this server went on with what an earlier one left. */
  resumedAt?: Date
  /** Where it is kept, for a server that is started again. */
  entry?: UnderWayEntry
  readersLimit: number
  /** Keeps it when it is over. */
  onEnd(ensemble: Ensemble): Promise<void>
}

/** Where the websocket of an ensemble is. */
export const ensembleStream = (id: string): string => `/api/ensembles/${id}/stream`

/** One ensemble of a server: its run, and who follows it. */
export class Ensemble extends FollowedWork<EnsembleResult> {
  readonly #options: EnsembleOptions

  constructor(options: EnsembleOptions) {
    const { id, entry, readersLimit, threads } = options
    let run: EnsembleRun
    super({
      ...{ id, readersLimit, progressMs: PROGRESS_MS },
      start: (onProgress) => {
        run = new EnsembleRun({ ...options, clock: serverClock, onProgress })
        return run
      },
      info: () => this.info,
      release: () => threads.close(),
      over: async () => {
        await options.onEnd(this)
        entry?.remove()
      },
      ...(entry && { save: () => entry.saveCheckpoint(run.checkpoint()), saveEveryMs: CHECKPOINT_MS }),
    })
    this.#options = options
  }

  get info(): EnsembleInfo {
    const { plan, createdAt, resumedAt } = this.#options
    const { settings } = plan
    return {
      id: this.id,
      stream: ensembleStream(this.id),
      status: this.status,
      scenarioId: settings.scenarioId,
      seed: settings.seed,
      createdAt: createdAt.toISOString(),
      resumedAt: resumedAt?.toISOString() ?? null,
      failure: this.failure,
      progress: this.progress,
    }
  }

  /** Where its result comes from. */
  get provenance(): Provenance {
    const { plan, job } = this.#options
    const { scenario, history = publishedDraws } = readJob(job)
    return provenanceOf(scenario, plan.settings, history)
  }

  /** What it found, for the store. */
  get content(): WorkContent<EnsembleResult> {
    return { result: this.result, provenance: this.provenance }
  }
}
