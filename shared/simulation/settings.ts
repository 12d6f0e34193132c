import { type CompiledRuleset, compileRuleset } from '../crs/compile.ts'
import { latestKnownRulesetId, resolveRuleset, rulesets } from '../crs/ruleset.ts'
import { compiledRuleset } from '../crs/score.ts'
import { newestSnapshotNotAfter, snapshotsOf } from '../draws/history.ts'
import { lastDrawsBefore } from '../draws/lastDraws.ts'
import { plannedDraws } from '../draws/schedule.ts'
import { type Day, formatDay, parseDay } from '../lib/day.ts'
import { hashText } from '../lib/hash.ts'
import { type PopulationAssumptions, populationAssumptions } from '../pool/assumptions.ts'
import type { LastDraw } from '../pool/population.ts'
import type { Stream } from '../schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import type { ItaOutcome, PlannedDraw, Scenario } from '../schema/scenario.ts'

/** The rules that take over on a day. */
export interface DatedRules {
  from: Day
  rules: CompiledRuleset
}

/** A scenario with every default filled in and every date a day number: all a run needs to know. */
export interface RunSettings {
  scenarioId: string
  seed: string
  seedHash: number
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
  arrivalsPerDay: number
  weekdayWeights: readonly number[]
  withdrawalPerDay: number
  validityMonths: number
  birthdays: boolean
  daysToApply: number
  responseDays: { from: number; to: number }
  outcomes: { [stream in Stream]: ItaOutcome }
  draws: PlannedDraw[]
  lastDraws: LastDraw[]
  assumptions: PopulationAssumptions
}

function datedRules(scenario: Scenario): DatedRules[] {
  return scenario.rules.map(({ from, rulesetId, patches }) => ({
    from: parseDay(from),
    rules: compileRuleset(resolveRuleset(rulesetId, patches)),
  }))
}

/** The ruleset in force on a day; the newest fully known one where that of the day has unpublished values. */
function lawOn(date: string): CompiledRuleset {
  const law = rulesets.findLast(({ inForceFrom, unknown }) => inForceFrom <= date && unknown.length === 0)
  return compiledRuleset(law?.id ?? latestKnownRulesetId)
}

/**
 * @param seed replaces the scenario's own
 * @param history published draws: their snapshots, sizes and last cutoffs
 * @throws InputError EE_SNAPSHOT_NONE, EE_RULESET_UNKNOWN, EE_RULESET_INVALID, EE_RULESET_UNFILLED
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
  const { attrition, invitations } = assumptions
  const rules = datedRules(scenario)
  const lawOfSnapshot = lawOn(snapshot.asOf)
  return {
    scenarioId: scenario.id,
    seed,
    seedHash: hashText(seed),
    snapshot,
    firstDay,
    lastDay,
    poolSize: scenario.population?.size ?? snapshot.total,
    lawOfSnapshot,
    rules,
    rulesetId: (rules.findLast(({ from }) => from <= firstDay)?.rules ?? lawOfSnapshot).id,
    arrivalsPerDay: scenario.arrivals?.perDay ?? assumptions.arrivals.perDay,
    weekdayWeights: scenario.arrivals?.weekdayWeights ?? assumptions.arrivals.weekdayWeights,
    withdrawalPerDay: scenario.attrition?.withdrawalPerDay ?? attrition.withdrawalPerDay,
    validityMonths: scenario.attrition?.validityMonths ?? attrition.validityMonths,
    birthdays: scenario.birthdays ?? true,
    daysToApply: scenario.invitations?.daysToApply ?? invitations.daysToApply,
    responseDays: invitations.responseDays,
    outcomes: { ...invitations.outcomes, ...scenario.invitations?.outcomes },
    draws: plannedDraws(scenario.schedule, { from: snapshot.asOf, to: formatDay(lastDay), history, seed }),
    lastDraws: lastDrawsBefore(snapshot.asOf, history),
    assumptions,
  }
}
