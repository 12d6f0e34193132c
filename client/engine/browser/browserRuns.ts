import { speedRange } from '../../../shared/schema/run.ts'
import { BrowserRun } from './browserRun.ts'
import { scenarioById } from './bundled.ts'
import { readTellingId, tellingId } from './tellingId.ts'

interface NewRun {
  scenarioId: string
  /** The scenario's own when absent. */
  seed?: string
  speed?: number
  paused?: boolean
}

const runs = new Map<string, BrowserRun>()

/** A browser plays one run at a time: those that nobody follows make room. */
function makeRoom(): void {
  for (const [id, run] of runs) {
    if (run.isFollowed) continue
    run.close()
    runs.delete(id)
  }
}

function start(id: string, { scenarioId, seed, speed, paused }: NewRun): BrowserRun | undefined {
  const scenario = scenarioById(scenarioId)
  if (!scenario) return undefined
  makeRoom()
  const pace = { speed: speed ?? speedRange.initial, paused: paused ?? false }
  const run = new BrowserRun({ id, scenario, seed: seed ?? scenario.seed, ...pace })
  runs.set(id, run)
  return run
}

/** Newest first. */
export const listRuns = (): BrowserRun[] => [...runs.values()].reverse()

/** The id of a new run; undefined when there is no such scenario. */
export function createRun(request: NewRun): string | undefined {
  const seed = request.seed ?? scenarioById(request.scenarioId)?.seed ?? ''
  const id = tellingId({ scenarioId: request.scenarioId, seed })
  return start(id, request) && id
}

/** A run of this page, or the one an id of an earlier page tells of, begun again. */
export function findRun(id: string): BrowserRun | undefined {
  const known = runs.get(id)
  if (known) return known
  const told = readTellingId(id)
  return told && told.runs === undefined ? start(id, told) : undefined
}

export function removeRun(id: string): void {
  runs.get(id)?.close()
  runs.delete(id)
}
