import type { EnsemblePlan } from '../ensemble/plan.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { synthesizePool } from '../pool/population.ts'
import { streams } from '../schema/common.ts'
import type { Futures } from './answer.ts'
import { CutoffTable } from './cutoffTable.ts'
import { type PoolCounts, poolCounts } from './place.ts'

/** Changes with every change of what is saved. */
const FORMAT = 'futures/1'

/** The pool a plan starts from, as counts. */
function poolOf({ settings }: EnsemblePlan): PoolCounts {
  const { snapshot, lawOfSnapshot: rules, seed, estimate, poolSize: size, assumptions } = settings
  const { pool, count } = synthesizePool({ snapshot, rules, seed, estimate, size, assumptions })
  return poolCounts(pool, count)
}

const futuresOf = (plan: EnsemblePlan, table: CutoffTable, pool: PoolCounts): Futures => ({
  scenario: plan.settings.scenarioId,
  seed: plan.settings.seed,
  asOf: plan.settings.snapshot.asOf,
  table,
  pool,
})

/** Futures of a plan before any was simulated: add the record of each to the table. */
export const newFutures = (plan: EnsemblePlan): Futures => futuresOf(plan, new CutoffTable(plan), poolOf(plan))

/** The futures as bytes, to be read by {@link restoreFutures} for the same plan. */
export function saveFutures({ settings }: EnsemblePlan, { table, pool }: Futures): Uint8Array {
  const byStream = streams.flatMap((stream) => pool.byStream.get(stream) ?? [])
  return seal(FORMAT, settings.fingerprint, {
    meta: { runs: table.runs },
    columns: [...table.columns(), pool.all, ...byStream],
  })
}

/** @throws InputError EE_CHECKPOINT when the bytes are damaged, or of another scenario, seed, history or engine */
export function restoreFutures(plan: EnsemblePlan, bytes: Uint8Array): Futures {
  const { columns } = unseal(FORMAT, plan.settings.fingerprint, bytes)
  const [day, cutoff, tieBreak, open, all, ...byStream] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Uint8Array,
    Int32Array,
    ...Int32Array[],
  ]
  const table = new CutoffTable(plan)
  table.restore([day, cutoff, tieBreak, open])
  return futuresOf(plan, table, { all, byStream: new Map(streams.map((stream, index) => [stream, byStream[index]])) })
}
