import { lastDrawsBefore } from '../draws/lastDraws.ts'
import { baseGroups } from '../pool/baseGroups.ts'
import type { PoolEstimate } from '../pool/estimate.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import { bundledEstimate } from './bundledEstimates.ts'
import { FlowModel } from './flowModel.ts'
import type { FlowSystem } from './flowSystem.ts'
import { categoryStreams } from './groups.ts'
import { inflowByCell } from './priors.ts'
import { cellFloors } from './scoreCells.ts'

/** The model as it stood when a table was published: it has learnt the draws before the table's day, and the table. */
export function modelAt(snapshot: PoolSnapshot, history: readonly PublishedDraw[]): FlowModel {
  const model = new FlowModel()
  for (const draw of history) if (draw.date < snapshot.asOf) model.learn(draw)
  model.learnTable(snapshot)
  return model
}

const personsOf = (system: FlowSystem, group: number) => ({
  stock: system.stock(group).slice(),
  perDay: inflowByCell(system.inflow(group)),
})

/** Nowcasts already made: the same history is asked for the same day by every run. */
const made = new WeakMap<readonly PublishedDraw[], Map<string, PoolEstimate>>()

/**
 * Who is in the pool on the day of a published table, by score: from the table, and from all draws and tables before it.
 *
 * @example nowcast(newestSnapshotNotAfter(parseDay('2025-12-14')), publishedDraws)
 */
export function nowcast(snapshot: PoolSnapshot, history: readonly PublishedDraw[]): PoolEstimate {
  const known = made.get(history) ?? new Map<string, PoolEstimate>()
  made.set(history, known)
  const before = known.get(snapshot.asOf)
  if (before) return before
  const estimate = bundledEstimate(snapshot, history) ?? computedEstimate(snapshot, history)
  known.set(snapshot.asOf, estimate)
  return estimate
}

/** The same, learnt anew from every draw: about a second. */
export function computedEstimate(snapshot: PoolSnapshot, history: readonly PublishedDraw[]): PoolEstimate {
  const model = modelAt(snapshot, history)
  return {
    asOf: snapshot.asOf,
    cellFloors,
    groups: baseGroups.map((group, index) => ({
      group,
      ...personsOf(model.base, index),
      inflowDeviation: model.widening(false) * model.base.inflowDeviation(index),
    })),
    categories: categoryStreams.flatMap((stream) => {
      const system = model.category(stream)
      return system && model.hasLearnt(stream) ? [{ stream, ...personsOf(system, 0) }] : []
    }),
    lastDraws: lastDrawsBefore(snapshot.asOf, history),
  }
}
