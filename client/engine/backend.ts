import type { DrawList, Health, RunCreated, RunInfo, RunRequest, ScenarioSummary } from '../../shared/schema/api.ts'
import type { ChanceAnswer } from '../../shared/schema/chance.ts'
import type { EnsembleInfo, EnsembleRequest } from '../../shared/schema/ensemble.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import type { OpenEnsemble, OpenRun } from './transport.ts'

/** Who asks for a chance, and the day the profile describes. */
export interface ChanceQuestion {
  profile: Profile
  on: string
}

/**
 * Where runs and ensembles are computed and published draws come from: the server of this page, or this browser. Every
 * promise rejects with an ApiError.
 */
export interface Backend {
  /** The engine runs in this browser; there is no server. */
  isLocal: boolean
  health(): Promise<Health>
  draws(): Promise<DrawList>
  scenarios(): Promise<{ scenarios: readonly ScenarioSummary[] }>

  runs(): Promise<{ runs: readonly RunInfo[] }>
  run(id: string): Promise<RunInfo>
  createRun(request: RunRequest): Promise<RunCreated>
  removeRun(id: string): Promise<void>
  openRun: OpenRun
  /** Where the result of a run that has begun comes from. */
  runProvenance(id: string): Promise<Provenance>

  ensemble(id: string): Promise<EnsembleInfo>
  createEnsemble(request: EnsembleRequest): Promise<RunCreated>
  openEnsemble: OpenEnsemble
  ensembleProvenance(id: string): Promise<Provenance>

  /** The chance of one person; absent where there is no server to simulate the futures it is read from. */
  chance?(question: ChanceQuestion, signal?: AbortSignal): Promise<ChanceAnswer>
}
