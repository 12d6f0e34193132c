import { isDeepStrictEqual } from 'node:util'
import { publishedDraws } from '../../shared/draws/history.ts'
import { replicator } from '../../shared/ensemble/replicate.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { runSettings } from '../../shared/simulation/settings.ts'
import { newState } from '../../shared/simulation/state.ts'
import { createWorld } from '../../shared/simulation/world.ts'
import { builtInScenario } from '../helpers/scenarios.ts'
import { atLeast, atMost, type Figure, measured, median } from './measure.ts'
import { engineDraws, enginePool } from './twin/engineSide.ts'
import { Twin, twinSource } from './twin/twin.ts'

const PUBLISHED_PER_DAY = 930
const PUBLISHED_SIZE = 240_000

/** Milliseconds of a replication when everything that replications share is made: the median of some, after two. */
function replicationMs(scenario: Scenario, repetitions: number): number {
  const replicate = replicator(scenario)
  const times: number[] = []
  for (let replication = 0; replication < repetitions + 2; replication++) {
    const startedMs = performance.now()
    const record = replicate(replication)
    times.push(performance.now() - startedMs)
    if (!record.invited.some((count) => count > 0)) throw new Error('nobody was invited')
  }
  return median(times.slice(2))
}

/**
 * How long engine and twin take for the same days of the same year, both with their people given.
 *
 * @param nowMs the wall's clock, or that of this process where others keep the machine busy
 * @throws Error when they do not invite the same people and leave the same in the pool
 */
export function againstTwin(
  scenario: Scenario,
  repetitions: number,
  nowMs = (): number => performance.now(),
): { engineMs: number; twinMs: number } {
  const settings = runSettings(scenario, publishedDraws)
  const state = newState(createWorld(settings))
  const seed = `${settings.seed}/0`
  const engineTimes: number[] = []
  let ours: unknown
  for (let repetition = 0; repetition < repetitions + 2; repetition++) {
    const startedMs = nowMs()
    const draws = [...engineDraws(state, seed)]
    engineTimes.push(nowMs() - startedMs)
    ours = [draws, enginePool(state)]
  }
  const twin = new Twin(settings, twinSource(settings), seed)
  const startedMs = nowMs()
  const draws = [...twin.run()]
  const twinMs = nowMs() - startedMs
  if (!isDeepStrictEqual(ours, [draws, twin.pool])) throw new Error('engine and twin disagree')
  return { engineMs: median(engineTimes.slice(2)), twinMs }
}

/** The baseline with a pool of another size, and as many more arrivals. */
const baselineOf = (size: number): Scenario =>
  builtInScenario('baseline-2026', {
    population: { size },
    arrivals: { perDay: (PUBLISHED_PER_DAY * size) / PUBLISHED_SIZE },
  })

const TWIN_DAYS = 365

/** The baseline year at full size against the straightforward way. */
function twinFigures(): Figure[] {
  const { engineMs, twinMs } = againstTwin(builtInScenario('baseline-2026', { horizonDays: TWIN_DAYS }), 5)
  return [
    measured(`the twin, ${TWIN_DAYS} days at full size`, twinMs / 1000, 's'),
    measured(`the engine, the same ${TWIN_DAYS} days to the person`, engineMs, 'ms'),
    atLeast('the engine against its readable twin', twinMs / engineMs, 'times faster', 50),
  ]
}

/** What a replication costs in larger pools, with as many more arrivals. */
function scaleFigures(): Figure[] {
  const sizes = [60_000, 240_000, 960_000]
  const times = sizes.map((size) => replicationMs(baselineOf(size), 5))
  const perPerson = times.map((ms, index) => ms / sizes[index])
  return [
    ...sizes.map((size, index) => measured(`a year of a pool of ${size.toLocaleString('en')}`, times[index], 'ms')),
    atMost('a person of 240,000 against one of 60,000', perPerson[1] / perPerson[0], 'times the cost', 2),
    atMost('a person of 960,000 against one of 60,000', perPerson[2] / perPerson[0], 'times the cost', 3),
  ]
}

/** Replications of the baseline year: alone, against the twin, and in pools of other sizes. */
export const replicationFigures = (): Figure[] => [
  atMost(
    'one replication of the baseline year, pool given',
    replicationMs(builtInScenario('baseline-2026'), 9),
    'ms',
    90,
  ),
  ...twinFigures(),
  ...scaleFigures(),
]
