import { drawResult } from '../draws/draw.ts'
import { publishedDraws } from '../draws/history.ts'
import { formatDay } from '../lib/day.ts'
import { engineVersion } from '../lib/version.ts'
import { bandsOfHistogram } from '../pool/bands.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { DayEvent, DrawEvent, SimulationEvent, StartedEvent } from '../schema/event.ts'
import type { Scenario } from '../schema/scenario.ts'
import { restoreCheckpoint } from './checkpoint.ts'
import { closeDay, isDrawDue, liveThroughDay } from './day.ts'
import { cohortOfRow } from './lifeOfRow.ts'
import { holdNextDraw } from './processes/draws.ts'
import { runSettings } from './settings.ts'
import { beginReplication, newState, type SimulationState } from './state.ts'
import { createWorld } from './world.ts'

export interface SimulationOptions {
  /** Replaces the scenario's own seed. */
  seed?: string
  /** Published draws to take snapshots and sizes from; default the bundled ones. */
  history?: readonly PublishedDraw[]
}

/** What is told before the first day: that of a state of {@link beginSimulation}. */
export function startedEvent(state: SimulationState): StartedEvent {
  const { settings } = state
  return {
    type: 'started',
    scenarioId: settings.scenarioId,
    seed: settings.seed,
    engineVersion,
    rulesetId: settings.rulesetId,
    asOf: settings.snapshot.asOf,
    until: formatDay(settings.lastDay),
    poolTotal: state.inPool,
    bands: bandsOfHistogram(state.countsByScore),
    drawsPlanned: state.plan.draws.length,
  }
}

function drawEvent(state: SimulationState): DrawEvent {
  const { planned, size, selection } = holdNextDraw(state)
  const held = {
    planned,
    size,
    selection,
    submittedAt: state.profiles.submittedAt,
    cohortOf: (row: number) => cohortOfRow(state, row),
  }
  return { type: 'draw', ...drawResult(held, state.totals.draws) }
}

function dayEvent(state: SimulationState): DayEvent {
  const { arrivals, returned, expired, withdrawn, ineligible, invited } = closeDay(state)
  return {
    type: 'day',
    date: formatDay(state.day),
    total: state.inPool,
    bands: bandsOfHistogram(state.countsByScore),
    arrivals,
    returned,
    leavers: { expired, withdrawn, ineligible, invited },
  }
}

/**
 * Runs the days that are left. Whenever a `day` has been yielded the state is between two days: it may be saved, and goes on
 * from there when it is restored.
 */
export function* remainingDays(state: SimulationState): Generator<SimulationEvent, void> {
  const { lastDay } = state.settings
  while (state.day <= lastDay) {
    if (liveThroughDay(state)) {
      const { regimes, rulesets } = state.world
      const { id } = rulesets[regimes[state.regime].rulesIndex]
      yield { type: 'rules', date: formatDay(state.day), rulesetId: id }
    }
    while (isDrawDue(state)) yield drawEvent(state)
    const over = dayEvent(state)
    state.day += 1
    yield over
  }
  yield { type: 'finished', date: formatDay(lastDay), totals: state.totals }
}

/**
 * The state of a scenario on its first day.
 *
 * @throws InputError when the scenario cannot be run (see {@link runSettings})
 */
export function beginSimulation(scenario: Scenario, options: SimulationOptions = {}): SimulationState {
  const settings = runSettings(scenario, options.history ?? publishedDraws, options.seed)
  const state = newState(createWorld(settings))
  beginReplication(state, settings.seed)
  return state
}

/**
 * The state a checkpoint was saved from (see checkpoint.ts): the same scenario, seed and history go on as if never stopped.
 *
 * @throws InputError EE_CHECKPOINT when the bytes are damaged or of another run
 * @example
 * for (const event of remainingDays(resumeSimulation(scenario, bytes))) console.log(event.type)
 */
export function resumeSimulation(
  scenario: Scenario,
  checkpoint: Uint8Array,
  options: SimulationOptions = {},
): SimulationState {
  const settings = runSettings(scenario, options.history ?? publishedDraws, options.seed)
  return restoreCheckpoint(createWorld(settings), checkpoint)
}

/**
 * Runs a scenario day by day. Lazy: the pool is made on the first step, a day when it is asked for, and a consumer may
 * stop at any event. Same scenario, seed and engine version: the same events.
 *
 * @throws InputError when the scenario cannot be run (see {@link runSettings})
 * @example
 * for (const event of simulate(scenario)) if (event.type === 'draw') console.log(event.date, event.cutoff)
 */
export function* simulate(scenario: Scenario, options: SimulationOptions = {}): Generator<SimulationEvent, void> {
  const state = beginSimulation(scenario, options)
  yield startedEvent(state)
  yield* remainingDays(state)
}
