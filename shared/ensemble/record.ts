import { bandGroups } from '../pool/bands.ts'
import { compositionGroups } from '../pool/cohort.ts'
import { bands } from '../schema/common.ts'
import type { Composition } from '../schema/draw.ts'
import type { EnsemblePlan } from './plan.ts'

/** The fields of a composition in the order they stand in a record, each with its groups. */
export const compositionFields = Object.entries(compositionGroups) as [keyof Composition, readonly string[]][]
const COMPOSITION_GROUPS = compositionFields.reduce((sum, [, groups]) => sum + groups.length, 0)

/** How the profiles of a score ended, or that they did not. */
export const fates = ['invited', 'left', 'waiting'] as const

/**
 * What one replication found, as views of one buffer that a worker hands over without copying. Days are day numbers, -1 =
 * none. A record is a plain sum or sample: nothing in it depends on the replications before.
 */
export interface ReplicationRecord {
  buffer: ArrayBuffer
  /** By slot: day held, -1 = not held. */
  day: Int32Array
  /** By slot: most invitations, -1 = no limit. */
  size: Int32Array
  /** By slot; -1 = nobody invited. */
  cutoff: Int32Array
  invited: Int32Array
  /** By slot: instant until which the people at the cutoff had submitted who were invited; 0 = all of them were. */
  tieBreak: Int32Array
  /** `[sample][band]` persons in the pool. */
  bands: Int32Array
  /** `[stream of the plan][band group][days]` persons invited. */
  waits: Int32Array
  /** `[band group][fate]` profiles by the score they had last. */
  ended: Int32Array
  /** `[stream of the plan][field and group]` persons invited. */
  composition: Int32Array
  /** By size of the plan's question: the cutoff that draw would have had; -1 = nobody invited, or the draw was not held. */
  cutoffBySize: Int32Array
}

function shapes(plan: EnsemblePlan) {
  const slots = plan.slots.length
  return {
    day: slots,
    size: slots,
    cutoff: slots,
    invited: slots,
    tieBreak: slots,
    bands: plan.sampleDays.length * bands.length,
    waits: plan.streams.length * bandGroups.length * plan.waitDays,
    ended: bandGroups.length * fates.length,
    composition: plan.streams.length * COMPOSITION_GROUPS,
    cutoffBySize: plan.question?.sizes.length ?? 0,
  }
}

/** Reads a buffer as a record; without one, makes an empty record. */
export function replicationRecord(plan: EnsemblePlan, buffer?: ArrayBuffer): ReplicationRecord {
  const lengths = shapes(plan)
  const total = Object.values(lengths).reduce((sum, length) => sum + length, 0)
  const bytes = buffer ?? new ArrayBuffer(4 * total)
  let offset = 0
  const view = (length: number): Int32Array => {
    const part = new Int32Array(bytes, 4 * offset, length)
    offset += length
    return part
  }
  const record: ReplicationRecord = {
    buffer: bytes,
    day: view(lengths.day),
    size: view(lengths.size),
    cutoff: view(lengths.cutoff),
    invited: view(lengths.invited),
    tieBreak: view(lengths.tieBreak),
    bands: view(lengths.bands),
    waits: view(lengths.waits),
    ended: view(lengths.ended),
    composition: view(lengths.composition),
    cutoffBySize: view(lengths.cutoffBySize),
  }
  if (!buffer) {
    record.day.fill(-1)
    record.cutoff.fill(-1)
    record.cutoffBySize.fill(-1)
  }
  return record
}

/** Where the counts of a stream begin in `composition`. */
export const compositionOffset = (stream: number): number => stream * COMPOSITION_GROUPS
