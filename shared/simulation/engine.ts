import { publishedDraws } from '../draws/history.ts'
import { formatDay } from '../lib/day.ts'
import { engineVersion } from '../lib/version.ts'
import { bandsOfHistogram } from '../pool/bands.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { DayEvent, SimulationEvent, StartedEvent } from '../schema/event.ts'
import type { PlannedDraw, Scenario } from '../schema/scenario.ts'
import { admitArrivals } from './processes/arrivals.ts'
import { celebrateBirthdays } from './processes/birthdays.ts'
import { inviteByDraw } from './processes/draws.ts'
import { expireProfiles } from './processes/expiry.ts'
import { settleInvitations } from './processes/responses.ts'
import { applyRuleChanges } from './processes/rules.ts'
import { withdrawProfiles } from './processes/withdrawals.ts'
import { runSettings } from './settings.ts'
import { emptyTally, initialState, type SimulationState } from './state.ts'

export interface SimulationOptions {
  /** Replaces the scenario's own seed. */
  seed?: string
  /** Published draws to take snapshots and sizes from; default the bundled ones. */
  history?: readonly PublishedDraw[]
}

function startedEvent(state: SimulationState): StartedEvent {
  const { settings } = state
  return {
    type: 'started',
    scenarioId: settings.scenarioId,
    seed: settings.seed,
    engineVersion,
    rulesetId: state.rules.id,
    asOf: settings.snapshot.asOf,
    until: formatDay(settings.lastDay),
    poolTotal: state.inPool,
    bands: bandsOfHistogram(state.countsByScore),
    drawsPlanned: settings.draws.length,
  }
}

/** Closes a day: what happened goes into the totals and out as the day's event. */
function measure(state: SimulationState): DayEvent {
  const { today, totals } = state
  totals.arrivals += today.arrivals
  totals.returned += today.returned
  totals.expired += today.expired
  totals.withdrawn += today.withdrawn
  totals.inPool = state.inPool
  const { arrivals, returned, expired, withdrawn, invited } = today
  state.today = emptyTally()
  return {
    type: 'day',
    date: formatDay(state.day),
    total: state.inPool,
    bands: bandsOfHistogram(state.countsByScore),
    arrivals,
    returned,
    leavers: { expired, withdrawn, invited },
  }
}

/** The life of one day before its draws, in the documented order. */
function liveThroughDay(state: SimulationState): void {
  expireProfiles(state)
  settleInvitations(state)
  celebrateBirthdays(state)
  withdrawProfiles(state)
  admitArrivals(state)
}

/** One day: expire, settle ITAs, life events, arrivals, new rules, draws, measure. On the snapshot's own day draws only. */
function* simulateDay(state: SimulationState, draws: readonly PlannedDraw[]): Generator<SimulationEvent, void> {
  const date = formatDay(state.day)
  if (state.day > state.settings.firstDay) {
    liveThroughDay(state)
    if (applyRuleChanges(state)) yield { type: 'rules', date, rulesetId: state.rules.id }
  }
  for (const planned of draws) yield inviteByDraw(state, planned)
  yield measure(state)
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
  const settings = runSettings(scenario, options.history ?? publishedDraws, options.seed)
  const state = initialState(settings)
  yield startedEvent(state)
  let next = 0
  for (; state.day <= settings.lastDay; state.day++) {
    const date = formatDay(state.day)
    const first = next
    while (next < settings.draws.length && settings.draws[next].date === date) next += 1
    yield* simulateDay(state, settings.draws.slice(first, next))
  }
  yield { type: 'finished', date: formatDay(settings.lastDay), totals: state.totals }
}
