import { type CompiledRuleset, compileRuleset } from '../crs/compile.ts'
import { latestKnownRulesetId, resolveRuleset, rulesets } from '../crs/ruleset.ts'
import { compiledRuleset } from '../crs/score.ts'
import { newestSnapshotNotAfter, snapshotsOf } from '../draws/history.ts'
import { type DrawPlanner, drawPlanner } from '../draws/schedule.ts'
import { nowcast } from '../flows/nowcast.ts'
import { type Day, formatDay, parseDay } from '../lib/day.ts'
import { type LifeAssumptions, lifeOf } from '../life/assumptions.ts'
import type { DatedRules } from '../life/regimes.ts'
import { type ArrivalSettings, arrivalsPerDay } from '../pool/arrivals.ts'
import { type PopulationAssumptions, populationAssumptions } from '../pool/assumptions.ts'
import type { PoolEstimate } from '../pool/estimate.ts'
import type { Stream } from '../schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import type { ItaOutcome, PlannedDraw, Scenario } from '../schema/scenario.ts'
import { fingerprint } from './fingerprint.ts'

/** A scenario with every default filled in and every date a day number: all a run needs to know. */
export interface RunSettings {
  scenarioId: string
  /** See fingerprint.ts. */
  fingerprint: string
  /** Seed of the pool and its people, and of every replication's own seed. */
  seed: string
  snapshot: PoolSnapshot
  /** Day of the snapshot, on or before the scenario's `asOf`; its draws are held before any other process runs. */
  firstDay: Day
  lastDay: Day
  poolSize: number
  /** The law of the snapshot's day: the published bands were counted under it. */
  lawOfSnapshot: CompiledRuleset
  rules: DatedRules[]
  /** Ruleset in force on the first day. */
  rulesetId: string
  arrivals: ArrivalSettings
  withdrawalPerDay: number
  validityMonths: number
  life: LifeAssumptions
  daysToApply: number
  responseDays: { from: number; to: number }
  outcomes: { [stream in Stream]: ItaOutcome }
  /** Whether futures of an ensemble also differ in what nobody knows exactly. */
  parametersVary: boolean
  planDraws: DrawPlanner
  /** The draws on their nominal dates; a seed may move dates and sizes, never their number and order. */
  slots: readonly PlannedDraw[]
  /** Who is in the pool on the first day, as draws and tables before imply. */
  estimate: PoolEstimate
  assumptions: PopulationAssumptions
}

function datedRules(scenario: Scenario): DatedRules[] {
  return scenario.rules.map(({ from, rulesetId, patches }) => ({
    from: parseDay(from),
    rules: patches?.length ? compileRuleset(resolveRuleset(rulesetId, patches)) : compiledRuleset(rulesetId),
  }))
}

/** The ruleset in force on a day; the newest fully known one where that of the day has unpublished values. */
function lawOn(date: string): CompiledRuleset {
  const law = rulesets.findLast(({ inForceFrom, unknown }) => inForceFrom <= date && unknown.length === 0)
  return compiledRuleset(law?.id ?? latestKnownRulesetId)
}

function arrivalSettings(
  { arrivals = {} }: Scenario,
  estimate: PoolEstimate,
  assumptions: PopulationAssumptions,
): ArrivalSettings {
  const { arrivals: assumed } = assumptions
  return {
    perDay: arrivals.perDay ?? arrivalsPerDay(estimate, assumptions),
    weekdayWeights: arrivals.weekdayWeights ?? assumed.weekdayWeights,
    monthWeights: arrivals.monthWeights ?? assumed.monthWeights,
    nomineeMonthWeights: assumed.nomineeMonthWeights,
    archetypes: arrivals.archetypes ?? {},
  }
}

/**
 * @param seed replaces the scenario's own
 * @param history published draws: their snapshots, sizes and last cutoffs
 * @throws InputError EE_SNAPSHOT_NONE, EE_RULESET_UNKNOWN, EE_RULESET_INVALID, EE_RULESET_UNFILLED, EE_SCENARIO
 */
export function runSettings(
  scenario: Scenario,
  history: readonly PublishedDraw[],
  seed: string = scenario.seed,
): RunSettings {
  const snapshot = newestSnapshotNotAfter(parseDay(scenario.asOf), snapshotsOf(history))
  const firstDay = parseDay(snapshot.asOf)
  const lastDay = parseDay(scenario.asOf) + scenario.horizonDays
  const assumptions = populationAssumptions
  const estimate = nowcast(snapshot, history)
  const { attrition, invitations } = assumptions
  const rules = datedRules(scenario)
  const lawOfSnapshot = lawOn(snapshot.asOf)
  const planDraws = drawPlanner(scenario.schedule, { from: snapshot.asOf, to: formatDay(lastDay), history })
  return {
    scenarioId: scenario.id,
    fingerprint: fingerprint(scenario, seed, history),
    seed,
    snapshot,
    firstDay,
    lastDay,
    poolSize: scenario.population?.size ?? snapshot.total,
    lawOfSnapshot,
    rules,
    rulesetId: (rules.findLast(({ from }) => from <= firstDay)?.rules ?? lawOfSnapshot).id,
    arrivals: arrivalSettings(scenario, estimate, assumptions),
    withdrawalPerDay: scenario.attrition?.withdrawalPerDay ?? attrition.withdrawalPerDay,
    validityMonths: scenario.attrition?.validityMonths ?? attrition.validityMonths,
    life: lifeOf(scenario.lifeEvents),
    daysToApply: scenario.invitations?.daysToApply ?? invitations.daysToApply,
    responseDays: invitations.responseDays,
    outcomes: { ...invitations.outcomes, ...scenario.invitations?.outcomes },
    parametersVary: scenario.uncertainty?.parameters ?? true,
    planDraws,
    slots: planDraws().draws,
    estimate,
    assumptions,
  }
}
