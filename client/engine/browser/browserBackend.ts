import { drawsSource, publishedDraws } from '../../../shared/draws/history.ts'
import { engineVersion } from '../../../shared/lib/version.ts'
import { summaryOf } from '../../../shared/scenario/summary.ts'
import type { RunCreated } from '../../../shared/schema/api.ts'
import type { Backend } from '../backend.ts'
import { answered, found } from './answered.ts'
import { joined } from './audience.ts'
import { browserChance } from './browserChance.ts'
import { createEnsemble, findEnsemble, removeEnsemble } from './browserEnsembles.ts'
import { browserComparisons, browserInstruments } from './browserFamilyWorks.ts'
import { createRun, findRun, listRuns, removeRun } from './browserRuns.ts'
import { bundledScenarios, scenarioOf } from './scenarios.ts'

const created = (create: () => string): Promise<RunCreated> =>
  answered(() => {
    const id = create()
    return { id, stream: id }
  })

/** The engine in workers of this browser, with the scenarios and published draws that come with the program. */
export const browserBackend: Backend = {
  isLocal: true,
  health: async () => ({
    status: 'ok',
    engineVersion,
    dataUntil: publishedDraws[publishedDraws.length - 1].date,
    runs: { active: listRuns().length, limit: 1 },
    store: { problem: null, keptAside: [] },
  }),
  draws: async () => ({ draws: [...publishedDraws], source: drawsSource.title, retrieved: drawsSource.retrieved }),
  scenarios: async () => ({ scenarios: bundledScenarios.map(summaryOf) }),
  scenario: (id) => answered(() => scenarioOf(id)),

  runs: async () => ({ runs: listRuns().map(({ info }) => info) }),
  run: (id) => answered(() => found(findRun(id), `run ${id}`).info),
  createRun: (request) => created(() => createRun(request)),
  removeRun: async (id) => removeRun(id),
  openRun: (id, listener) => joined(() => findRun(id), listener),
  runProvenance: (id) => answered(() => found(findRun(id)?.provenance, `run ${id} that has begun`)),

  ensemble: (id) => answered(() => found(findEnsemble(id), `ensemble ${id}`).info),
  createEnsemble: (request) => created(() => createEnsemble(request)),
  removeEnsemble: async (id) => removeEnsemble(id),
  openEnsemble: (id, listener) => joined(() => findEnsemble(id), listener),
  ensembleProvenance: (id) => answered(() => found(findEnsemble(id), `ensemble ${id}`).provenance),

  comparisons: browserComparisons,
  instruments: browserInstruments,

  chance: browserChance,
}
