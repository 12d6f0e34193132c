import { RunRequest } from '../../../shared/schema/api.ts'
import { speedRange } from '../../../shared/schema/run.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { assertShape } from '../../../shared/schema/validate.ts'
import { BrowserRun } from './browserRun.ts'
import { namedScenario, scenarioByName } from './scenarios.ts'
import { readTellingId, tellingId } from './tellingId.ts'

const runs = new Map<string, BrowserRun>()

/** A browser plays one run at a time: those that nobody follows make room. */
function makeRoom(): void {
  for (const [id, run] of runs) {
    if (run.isFollowed) continue
    run.close()
    runs.delete(id)
  }
}

function start(
  id: string,
  scenario: Scenario,
  seed: string,
  request: Pick<RunRequest, 'speed' | 'paused'>,
): BrowserRun {
  makeRoom()
  const { speed = speedRange.initial, paused = false } = request
  const run = new BrowserRun({ id, scenario, seed, speed, paused })
  runs.set(id, run)
  return run
}

/** Newest first. */
export const listRuns = (): BrowserRun[] => [...runs.values()].reverse()

/**
 * The id of a new run.
 *
 * @throws ApiError EE_NOT_FOUND
 * @throws InputError what is wrong with the request or its scenario
 */
export function createRun(request: RunRequest): string {
  assertShape<RunRequest>(RunRequest, request)
  const { name, scenario } = namedScenario(request)
  const { seed = scenario.seed } = request
  const id = tellingId({ scenarioId: name, seed })
  start(id, scenario, seed, request)
  return id
}

/** A run of this page, or the one an id of an earlier page tells of, begun again. */
export function findRun(id: string): BrowserRun | undefined {
  const known = runs.get(id)
  if (known) return known
  const told = readTellingId(id)
  const scenario = told && told.runs === undefined ? scenarioByName(told.scenarioId) : undefined
  return told && scenario && start(id, scenario, told.seed, {})
}

export function removeRun(id: string): void {
  runs.get(id)?.close()
  runs.delete(id)
}
