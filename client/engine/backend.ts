import type { ComparisonServerMessage } from '../../shared/protocol/comparisonMessages.ts'
import type { InstrumentServerMessage } from '../../shared/protocol/instrumentMessages.ts'
import type {
  DrawList,
  Health,
  RunCreated,
  RunInfo,
  RunRequest,
  ScenarioSaved,
  ScenarioSummary,
} from '../../shared/schema/api.ts'
import type { ActionMonths, ChanceAnswer } from '../../shared/schema/chance.ts'
import type { ComparisonAnswer, ComparisonRequest } from '../../shared/schema/comparison.ts'
import type { EnsembleInfo, EnsembleRequest } from '../../shared/schema/ensemble.ts'
import type { InstrumentAnswer, InstrumentRequest } from '../../shared/schema/instrument.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { OpenEnsemble, OpenLongWork, OpenRun } from './transport.ts'

/** Who asks for a chance, the day the profile describes, and months of actions where they are not those assumed. */
export interface ChanceQuestion {
  profile: Profile
  /** The couple with the partner as the principal applicant, where the form knows enough of the partner. */
  otherApplicant?: Profile
  on: string
  months: ActionMonths
}

/** What one may change a saved scenario with: its token, and the revision that was seen; null = whatever is there. */
export interface EditRight {
  token: string
  revision: number | null
}

/** Scenarios people saved: read by whoever has the link, changed with the edit token. */
export interface SavedScenarios {
  /** Under an id nobody can guess. */
  create(scenario: Scenario): Promise<ScenarioSaved>
  /** Under a free name, listed for everybody. */
  createAs(name: string, scenario: Scenario): Promise<ScenarioSaved>
  find(id: string): Promise<{ scenario: Scenario; revision: number | null }>
  /** Rejects with EE_CONFLICT when somebody was quicker; nothing is overwritten then. */
  replace(id: string, scenario: Scenario, right: EditRight): Promise<ScenarioSaved>
}

/** Long works of one kind: begun, asked after, followed. */
export interface LongWorks<Request, Answer, Message> {
  create(request: Request): Promise<RunCreated>
  find(id: string): Promise<Answer>
  open: OpenLongWork<Message>
}
export type Comparisons = LongWorks<ComparisonRequest, ComparisonAnswer, ComparisonServerMessage>
export type Instruments = LongWorks<InstrumentRequest, InstrumentAnswer, InstrumentServerMessage>

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
  /** One scenario, whole. */
  scenario(id: string): Promise<Scenario>

  /** Absent where there is no server to keep them. */
  saved?: SavedScenarios

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
  /** Ends it, if it is under way; it is found no more. */
  removeEnsemble(id: string): Promise<void>
  ensembleProvenance(id: string): Promise<Provenance>

  /** Scenarios against a baseline. */
  comparisons: Comparisons
  /** Response to a draw's size, tornado, sweep, split. */
  instruments: Instruments

  /** The chance of one person. */
  chance(question: ChanceQuestion, signal?: AbortSignal): Promise<ChanceAnswer>
}
