import { drawsSource, publishedDraws } from '../../../shared/draws/history.ts'
import { engineVersion } from '../../../shared/lib/version.ts'
import { summaryOf } from '../../../shared/scenario/summary.ts'
import { ApiError } from '../apiError.ts'
import type { Backend } from '../backend.ts'
import type { Listener, Transport } from '../transport.ts'
import { browserChance } from './browserChance.ts'
import { createEnsemble, findEnsemble } from './browserEnsembles.ts'
import { createRun, findRun, listRuns, removeRun } from './browserRuns.ts'
import { bundledScenarios, scenarioById } from './bundled.ts'

const NOT_FOUND = 404

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new ApiError(NOT_FOUND, 'EE_NOT_FOUND', `there is no ${name}`)
  return thing
}

/** Nobody plays what is asked for; whoever asked for its state was told so. */
function nobody<Message, Command>(listener: Listener<Message>): Transport<Command> {
  listener.onLink('closed')
  return { send: () => undefined, close: () => undefined }
}

/** A scenario of its own is not offered by any page yet; those that come with the program go by name. */
const named = <Request extends { scenarioId?: string }>(request: Request): Request & { scenarioId: string } => ({
  ...request,
  scenarioId: found(request.scenarioId, 'scenario without a name'),
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
  scenario: async (id) => found(scenarioById(id), `scenario ${id}`),

  runs: async () => ({ runs: listRuns().map(({ info }) => info) }),
  run: async (id) => found(findRun(id), `run ${id}`).info,
  async createRun(request) {
    const id = found(createRun(named(request)), `scenario ${request.scenarioId}`)
    return { id, stream: id }
  },
  removeRun: async (id) => removeRun(id),
  openRun: (id, listener) => findRun(id)?.join(listener) ?? nobody(listener),
  runProvenance: async (id) => found(findRun(id)?.provenance, `run ${id} that has begun`),

  ensemble: async (id) => found(findEnsemble(id), `ensemble ${id}`).info,
  async createEnsemble(request) {
    const id = found(createEnsemble(named(request)), `scenario ${request.scenarioId}`)
    return { id, stream: id }
  },
  openEnsemble: (id, listener) => findEnsemble(id)?.join(listener) ?? nobody(listener),
  ensembleProvenance: async (id) => found(findEnsemble(id), `ensemble ${id}`).provenance,
  chance: browserChance,
}
