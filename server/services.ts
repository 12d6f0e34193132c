import type { Scenario } from '../shared/schema/scenario.ts'
import type { ComparisonService } from './runtime/comparisonService.ts'
import type { DrawSet } from './runtime/drawStore.ts'
import type { EnsembleService } from './runtime/ensembleService.ts'
import type { FuturesService } from './runtime/futuresService.ts'
import type { InstrumentService } from './runtime/instrumentService.ts'
import type { RunService } from './runtime/runService.ts'
import type { Store } from './runtime/store/store.ts'

/** What the routes serve from. */
export interface Services {
  runs: RunService
  ensembles: EnsembleService
  comparisons: ComparisonService
  instruments: InstrumentService
  futures: FuturesService
  /** Saved scenarios, and results. */
  store: Store
  /** The published draws the server knows. */
  drawSet: DrawSet
  /** Those that come with the program. */
  scenarios: readonly Scenario[]
  /** Today's civil date, `2025-12-17`. */
  today(): string
}
