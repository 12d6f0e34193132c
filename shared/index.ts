/**
 * The engine as a library, for Node and the browser: rules, pool, draws, simulation. Pure: nothing here reads a clock, a file or
 * the network, and the same input gives the same output on any machine. Documented in docs/library.md.
 *
 * @example
 * import { compiledRuleset, latestKnownRulesetId, readProfile, scoreProfile } from 'express-entry-simulator'
 * scoreProfile(readProfile(profile), compiledRuleset(latestKnownRulesetId)).total
 */

export { Comparison } from './comparison/comparison.ts'
export { pairedDifference } from './comparison/paired.ts'
export { compileRuleset } from './crs/compile.ts'
export { explain } from './crs/explain.ts'
export { latestKnownRulesetId, resolveRuleset, rulesets } from './crs/ruleset.ts'
export { compiledRuleset, scoreProfile } from './crs/score.ts'
export { publishedDraws, snapshots } from './draws/history.ts'
export { eligibility } from './eligibility/streams.ts'
export { ensemblePlan } from './ensemble/plan.ts'
export { EnsembleReducer } from './ensemble/reduce.ts'
export { replicator } from './ensemble/replicate.ts'
export { nowcast } from './flows/nowcast.ts'
export { formatDay, parseDay } from './lib/day.ts'
export { InputError } from './lib/errors.ts'
export { engineVersion } from './lib/version.ts'
export { readProfile } from './profile/readProfile.ts'
export { readScenario } from './scenario/load.ts'
export type { Stream } from './schema/common.ts'
export type { Paired } from './schema/comparison.ts'
export type { DrawResult, PublishedDraw } from './schema/draw.ts'
export type { EnsembleResult } from './schema/ensemble.ts'
export type { SimulationEvent } from './schema/event.ts'
export type { Profile } from './schema/profile.ts'
export type { Ruleset } from './schema/ruleset.ts'
export type { RulePatch, Scenario } from './schema/scenario.ts'
export { simulate } from './simulation/engine.ts'
export { provenanceOf } from './simulation/provenance.ts'
