import { publishedDraws } from '../../../shared/draws/history.ts'
import { ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { EnsembleRun } from '../../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../../shared/playback/ensembleTask.ts'
import { type EnsembleInfo, EnsembleRequest, type EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { isRunCount } from '../../../shared/schema/ensembleLimits.ts'
import type { Provenance } from '../../../shared/schema/provenance.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { assertShape } from '../../../shared/schema/validate.ts'
import { provenanceOf } from '../../../shared/simulation/provenance.ts'
import { browserClock } from './browserClock.ts'
import { BrowserWork } from './browserWork.ts'
import { BrowserWorks } from './browserWorks.ts'
import { EnsembleWorkers, usualWorkers } from './ensembleWorkers.ts'
import { namedScenario, scenarioByName } from './scenarios.ts'
import { readTellingId, tellingId } from './tellingId.ts'

/** Shortest time between two `progress` messages. */
const PROGRESS_MS = 250

/** One ensemble of this browser. */
class BrowserEnsemble extends BrowserWork<EnsembleInfo, EnsembleResult> {
  readonly provenance: Provenance

  constructor(id: string, scenario: Scenario, seed: string, runs: number) {
    const plan = ensemblePlan(scenario, { seed })
    super({
      progressMs: PROGRESS_MS,
      info: (standing) => ({ id, stream: id, scenarioId: scenario.id, seed, ...standing }),
      start(onProgress) {
        const threads = new EnsembleWorkers(Math.min(usualWorkers(), runs))
        const job = jobOf(scenario, { seed })
        const run = new EnsembleRun({ plan, job, runs, threads, clock: browserClock, onProgress })
        void run.outcome.then(() => threads.close())
        return run
      },
    })
    this.provenance = provenanceOf(scenario, plan.settings, publishedDraws)
  }
}

const ensembles = new BrowserWorks<BrowserEnsemble>()

/**
 * The id of a new ensemble.
 *
 * @throws ApiError EE_NOT_FOUND
 * @throws InputError what is wrong with the request or its scenario
 */
export function createEnsemble(request: EnsembleRequest): string {
  assertShape<EnsembleRequest>(EnsembleRequest, request)
  const { name, scenario } = namedScenario(request)
  const { seed = scenario.seed, runs } = request
  const id = tellingId({ scenarioId: name, seed, runs })
  ensembles.start(id, () => new BrowserEnsemble(id, scenario, seed, runs))
  return id
}

/** An ensemble of this page, or the one an id tells of, begun again. */
export function findEnsemble(id: string): BrowserEnsemble | undefined {
  const known = ensembles.find(id)
  if (known) return known
  const { scenarioId = '', seed = '', runs = 0 } = readTellingId(id) ?? {}
  const scenario = scenarioByName(scenarioId)
  if (!scenario || !isRunCount(runs)) return undefined
  return ensembles.start(id, () => new BrowserEnsemble(id, scenario, seed, runs))
}

export const removeEnsemble = (id: string): void => ensembles.remove(id)
