import { ComparisonRun, type ComparisonRunOptions } from '../../shared/playback/comparisonRun.ts'
import type { ComparisonInfo, ComparisonResult } from '../../shared/schema/comparison.ts'
import { serverClock } from './clock.ts'
import { FollowedWork } from './followedWork.ts'
import type { UnderWayEntry } from './underWayEntry.ts'

/** A comparison has much to say: it says it less often than an ensemble. */
const PROGRESS_MS = 1000

export interface ComparisonOptions extends Omit<ComparisonRunOptions, 'onProgress' | 'clock'> {
  id: string
  createdAt: Date
  /** Where the request is kept, for a server that is started again: it begins anew. */
  entry?: UnderWayEntry
  readersLimit: number
}

/** Where the websocket of a comparison is. */
export const comparisonStream = (id: string): string => `/api/compare/${id}/stream`

/** One comparison of a server: its run, and who follows it. */
export class ServerComparison extends FollowedWork<ComparisonResult> {
  readonly #options: ComparisonOptions

  constructor(options: ComparisonOptions) {
    const { id, entry, readersLimit } = options
    let run: ComparisonRun
    super({
      ...{ id, readersLimit, progressMs: PROGRESS_MS },
      start: (onProgress) => {
        run = new ComparisonRun({ ...options, clock: serverClock, onProgress })
        return run
      },
      info: () => this.info,
      release: () => run.close(),
      ...(entry && { save: () => {}, forget: () => entry.remove() }),
    })
    this.#options = options
  }

  get info(): ComparisonInfo {
    const { scenarios, createdAt } = this.#options
    return {
      id: this.id,
      stream: comparisonStream(this.id),
      status: this.status,
      scenarioIds: scenarios.map(({ plan }) => plan.settings.scenarioId),
      seed: scenarios[0].plan.settings.seed,
      createdAt: createdAt.toISOString(),
      progress: this.progress,
    }
  }
}
