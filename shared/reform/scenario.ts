import { latestKnownRulesetId } from '../crs/ruleset.ts'
import { digest } from '../lib/hash.ts'
import { EMPTY_BASE, type Reform } from '../schema/reform.ts'
import type { RulePatch, Scenario } from '../schema/scenario.ts'
import { baseProvisions } from './base.ts'
import { patchesBetween, provisionsOfReform } from './patches.ts'

/** Most patches a scenario may hold for one day; beyond, tables are given whole. */
const MOST_PATCHES = 100

/** A scenario knows rulesets only: what starts from no points becomes changes of the newest known one. */
const rulesetOf = ({ base }: Reform): string => (base === EMPTY_BASE ? latestKnownRulesetId : base)

function patchesOf(reform: Reform): RulePatch[] {
  if (reform.base !== EMPTY_BASE && reform.patches.length <= MOST_PATCHES) return reform.patches
  const base = baseProvisions(rulesetOf(reform))
  const cells = patchesBetween(base, provisionsOfReform(reform))
  return cells.length <= MOST_PATCHES ? cells : patchesBetween(base, provisionsOfReform(reform), 'tables')
}

/**
 * A scenario with the rules of a reform from a day on, and everything else as it was: people, arrivals, draws, seed. Run
 * with the same seed as the scenario it comes from, the two differ in nothing but the points.
 *
 * @param from `2026-01-01`: first day of the reform; on or before the start of the scenario: from the start
 * @returns a scenario for `readScenario`, which refuses what cannot be run: unknown values, totals beyond the scale
 */
export function scenarioOfReform(reform: Reform, scenario: Scenario, from: string): Scenario {
  const patches = patchesOf(reform)
  const rules = { from, rulesetId: rulesetOf(reform), ...(patches.length > 0 ? { patches } : {}) }
  const title = reform.title.trim() || `${reform.base} + ${patches.length}`
  const reason = reform.reason.trim().slice(0, 500)
  return {
    ...scenario,
    id: `reform-${digest(JSON.stringify([reform.base, patches, from, scenario.id]))}`,
    title: { en: title, fr: title },
    question: reason === '' ? scenario.question : { en: reason, fr: reason },
    sources: [...scenario.sources, ...(reason === '' ? [] : [reason])],
    rules: [...scenario.rules.filter((one) => one.from < from), rules],
  }
}
