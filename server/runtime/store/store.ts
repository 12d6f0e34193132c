import { engineVersion } from '../../../shared/lib/version.ts'
import type { StoreHealth } from '../../../shared/schema/api.ts'
import type { PublishedDraw } from '../../../shared/schema/draw.ts'
import { Database, type DatabaseOptions } from './database.ts'
import { dataVersionOf } from './requestKey.ts'
import { type ResultLimits, Results } from './results.ts'
import { SavedScenarios } from './savedScenarios.ts'

export interface StoreOptions extends DatabaseOptions {
  /** The published draws results are computed from. */
  history: readonly PublishedDraw[]
  limits: ResultLimits & {
    /** Scenarios people may save. */
    savedScenarios: number
  }
  /** UTC milliseconds. */
  now?(): number
}

/** What outlives the server: scenarios people saved, and what was computed. See docs/adr/0008-store.md. */
export class Store {
  readonly scenarios: SavedScenarios
  readonly results: Results
  readonly #database: Database

  constructor({ folder, warn, history, limits, now = Date.now }: StoreOptions) {
    const database = new Database({ folder, warn })
    const dataVersion = dataVersionOf(history)
    this.#database = database
    this.scenarios = new SavedScenarios({ database, limit: limits.savedScenarios, now })
    this.results = new Results({ database, limits, engineVersion, dataVersion, now, warn })
  }

  /** Before this everything is refused. Never fails: what does not work is logged, and said by {@link health}. */
  open(): Promise<void> {
    return this.#database.open()
  }

  get health(): StoreHealth {
    return this.#database.health
  }

  close(): Promise<void> {
    return this.#database.close()
  }
}
