import { ensembleLimits } from '../../../shared/schema/ensembleLimits.ts'
import { BrowserEnsemble } from './browserEnsemble.ts'
import { scenarioById } from './bundled.ts'
import { readTellingId, tellingId } from './tellingId.ts'

interface NewEnsemble {
  scenarioId: string
  /** The scenario's own when absent. */
  seed?: string
  runs: number
}

/** Ended ones stay while the page does; one is under way at a time, for it takes all workers. */
const ensembles = new Map<string, BrowserEnsemble>()

function start(id: string, { scenarioId, seed, runs }: NewEnsemble): BrowserEnsemble | undefined {
  const scenario = scenarioById(scenarioId)
  if (!scenario || !(runs >= 1 && runs <= ensembleLimits.runs)) return undefined
  for (const ensemble of ensembles.values()) ensemble.cancel()
  const ensemble = new BrowserEnsemble({ id, scenario, seed: seed ?? scenario.seed, runs })
  ensembles.set(id, ensemble)
  return ensemble
}

/** The id of a new ensemble; undefined when there is no such scenario. */
export function createEnsemble(request: NewEnsemble): string | undefined {
  const seed = request.seed ?? scenarioById(request.scenarioId)?.seed ?? ''
  const id = tellingId({ scenarioId: request.scenarioId, seed, runs: request.runs })
  return start(id, request) && id
}

/** An ensemble of this page, or the one an id of an earlier page tells of, begun again. */
export function findEnsemble(id: string): BrowserEnsemble | undefined {
  const known = ensembles.get(id)
  if (known) return known
  const told = readTellingId(id)
  return told?.runs === undefined ? undefined : start(id, { ...told, runs: told.runs })
}
