import { parseDay } from '../lib/day.ts'
import { bands } from '../schema/common.ts'
import type { Scenario } from '../schema/scenario.ts'
import { simulate } from '../simulation/engine.ts'
import { type EnsembleOptions, ensemblePlan } from './plan.ts'
import { compositionFields, compositionOffset, type ReplicationRecord, replicationRecord } from './record.ts'

/** Runs one replication, 0, 1, 2 ...; in any order and on any thread it finds the same. */
export type Replicate = (replication: number) => ReplicationRecord

/**
 * Prepares what all replications share (the pool at the start, the bank of people) and returns the function that runs one.
 *
 * @throws InputError when the scenario cannot be run
 */
export function replicator(scenario: Scenario, options: EnsembleOptions = {}): Replicate {
  const plan = ensemblePlan(scenario, options)
  return (replication) => {
    const record = replicationRecord(plan)
    let slot = 0
    for (const event of simulate(scenario, { ...options, seed: `${plan.settings.seed}/${replication}` })) {
      if (event.type === 'day') {
        const sample = plan.sampleDates.indexOf(event.date)
        if (sample >= 0) {
          for (const [index, band] of bands.entries()) record.bands[sample * bands.length + index] = event.bands[band]
        }
      }
      if (event.type !== 'draw') continue
      record.day[slot] = parseDay(event.date)
      record.size[slot] = event.size ?? -1
      record.cutoff[slot] = event.cutoff ?? -1
      record.invited[slot] = event.invited
      let at = compositionOffset(plan.streams.indexOf(event.stream))
      for (const [field] of compositionFields) {
        for (const count of Object.values(event.composition[field])) record.composition[at++] += count
      }
      slot += 1
    }
    return record
  }
}
