import type { RunInfo, RunRequest } from '../../shared/schema/api.ts'
import { speedRange } from '../../shared/schema/run.ts'
import type { Backend } from '../engine/backend.ts'
import { isOver } from '../engine/runView.ts'
import { remembered } from '../lib/remembered.ts'

/** Runs this page has started and may end; those of others it only watches. */
const startedHere = new Set<string>()

const speedChoice = remembered('daysPerSecond')

/** The speed the reader chose last, in simulated days a second. */
export function rememberedSpeed(): number {
  const speed = Number(speedChoice.read())
  return speed >= speedRange.minimum && speed <= speedRange.maximum ? speed : speedRange.initial
}

export const rememberSpeed = (daysPerSecond: number): void => speedChoice.write(String(daysPerSecond))

/** Starts a run and gives its id. Rejects with an ApiError. */
export async function startRun(
  backend: Backend,
  request: Pick<RunRequest, 'scenario' | 'scenarioId' | 'seed'>,
): Promise<string> {
  const { id } = await backend.createRun({ ...request, speed: rememberedSpeed() })
  startedHere.add(id)
  return id
}

const isAlone = ({ readers }: RunInfo): boolean => readers <= 1

/** True when the run was started here and nobody else follows it. */
export const isMineAlone = async (backend: Backend, runId: string): Promise<boolean> =>
  startedHere.has(runId) && isAlone(await backend.run(runId))

/**
 * Gives a run back that was started here and that nobody else follows, so that the server has room for the next. One that has
 * ended takes no room and stays. It is given back once, whoever asks for it. Never rejects.
 */
export async function releaseRun(backend: Backend, runId: string): Promise<void> {
  if (!startedHere.delete(runId)) return
  try {
    const run = await backend.run(runId)
    if (isAlone(run) && !isOver(run.status)) await backend.removeRun(runId)
  } catch {
    // Already gone, or the server is: either way there is nothing left to give back.
  }
}
