import { SCORES } from '../crs/ruleMeaning.ts'
import { cutoffsOfSizes } from '../draws/select.kernel.ts'
import { dayOfInstant } from '../lib/day.ts'
import { scoreOfRating } from '../life/rating.ts'
import { bandGroups, bandOfScore, groupOfBand } from '../pool/bands.ts'
import { COHORTS, compositionOf } from '../pool/cohort.ts'
import { bands } from '../schema/common.ts'
import type { Scenario } from '../schema/scenario.ts'
import { closeDay, isDrawDue, liveThroughDay } from '../simulation/day.ts'
import type { SimulationOptions } from '../simulation/engine.ts'
import { cohortsOfRows } from '../simulation/lifeOfRow.ts'
import { drawnParameters } from '../simulation/parameters.ts'
import { type Held, holdNextDraw } from '../simulation/processes/draws.ts'
import { beginReplication, newState, type SimulationState } from '../simulation/state.ts'
import { createWorld } from '../simulation/world.ts'
import { type EnsemblePlan, ensemblePlan } from './plan.ts'
import { compositionFields, compositionOffset, fates, type ReplicationRecord, replicationRecord } from './record.ts'

/** Runs one replication, 0, 1, 2 ...; in any order and on any thread it finds the same. */
export type Replicate = (replication: number) => ReplicationRecord

/** Index into `bandGroups` by score. */
const groupOfScore = Uint8Array.from(bandOfScore, (band) => groupOfBand[band])

/** Invited persons by stream of the plan and cohort, while a replication runs. */
type InvitedCohorts = Int32Array

/** Notes one draw: its cutoff, how long the invited had waited, who they are. */
function recordDraw(
  state: SimulationState,
  plan: EnsemblePlan,
  { slot, planned, size, selection, ratings }: Held,
  cohorts: InvitedCohorts,
  record: ReplicationRecord,
): void {
  const { profiles, day } = state
  const stream = plan.streams.indexOf(planned.stream)
  const firstWait = stream * bandGroups.length * plan.waitDays
  record.day[slot] = day
  record.size[slot] = size ?? -1
  record.cutoff[slot] = selection.cutoff
  record.invited[slot] = selection.invited.length
  record.tieBreak[slot] = selection.tieBreakRow < 0 ? 0 : profiles.submittedAt[selection.tieBreakRow]
  for (const [index, row] of selection.invited.entries()) {
    const waited = Math.min(plan.waitDays - 1, day - dayOfInstant(profiles.submittedAt[row]))
    const group = groupOfScore[scoreOfRating(ratings[index])]
    record.waits[firstWait + group * plan.waitDays + waited] += 1
  }
  for (const cohort of cohortsOfRows(state, selection.invited)) cohorts[stream * COHORTS + cohort] += 1
}

function recordPool(state: SimulationState, sample: number, record: ReplicationRecord): void {
  const first = sample * bands.length
  const counts = state.countsByScore
  for (let score = 0; score < SCORES; score++) record.bands[first + bandOfScore[score]] += counts[score]
}

/** At the end: how profiles ended by their last score, and who was invited by each stream. */
function recordEnd(state: SimulationState, cohorts: InvitedCohorts, record: ReplicationRecord): void {
  const byFate = [state.invitedByScore, state.leftByScore, state.countsByScore]
  for (let score = 0; score < SCORES; score++) {
    for (const [fate, counts] of byFate.entries()) {
      record.ended[groupOfScore[score] * fates.length + fate] += counts[score]
    }
  }
  for (let stream = 0; stream * COHORTS < cohorts.length; stream++) {
    const composition = compositionOf(cohorts.subarray(stream * COHORTS, (stream + 1) * COHORTS))
    let at = compositionOffset(stream)
    for (const [field, groups] of compositionFields) {
      const counts: { readonly [group: string]: number } = composition[field]
      for (const group of groups) record.composition[at++] = counts[group]
    }
  }
}

/** Answers the plan's question, if it is about the draw that comes next. */
function answerQuestion(state: SimulationState, { question, slots }: EnsemblePlan, record: ReplicationRecord): void {
  const { nextSlot, world, regime, countsByGroup } = state
  if (question?.slot !== nextSlot) return
  const { stream, minimumScore = 0 } = slots[nextSlot]
  const members = world.groups.members(regime, stream)
  cutoffsOfSizes(countsByGroup, members, question.sizes, minimumScore, record.cutoffBySize)
}

/** Runs the days of a replication into a record. */
function runReplication(state: SimulationState, plan: EnsemblePlan, cohorts: InvitedCohorts): ReplicationRecord {
  const record = replicationRecord(plan)
  const { lastDay } = plan.settings
  let sample = 0
  for (; state.day <= lastDay; state.day++) {
    liveThroughDay(state)
    while (isDrawDue(state)) {
      answerQuestion(state, plan, record)
      recordDraw(state, plan, holdNextDraw(state), cohorts, record)
    }
    closeDay(state)
    if (plan.sampleDays[sample] === state.day) recordPool(state, sample++, record)
  }
  recordEnd(state, cohorts, record)
  return record
}

/**
 * Prepares what all replications share (the pool at the start, the lives of everybody) and returns the function that runs
 * one.
 *
 * @throws InputError when the scenario cannot be run
 */
export const replicator = (scenario: Scenario, options: SimulationOptions = {}): Replicate =>
  replicatorOf(ensemblePlan(scenario, options))

/** The same for a plan, whose settings may have been changed since it was made. */
export function replicatorOf(plan: EnsemblePlan): Replicate {
  const state = newState(createWorld(plan.settings))
  const cohorts = new Int32Array(plan.streams.length * COHORTS)
  return (replication) => {
    const seed = `${plan.settings.seed}/${replication}`
    beginReplication(state, seed, drawnParameters(state.world.newcomers.sources, plan.settings, seed))
    cohorts.fill(0)
    return runReplication(state, plan, cohorts)
  }
}
