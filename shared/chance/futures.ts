import type { EnsemblePlan } from '../ensemble/plan.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { synthesizePool } from '../pool/population.ts'
import { streams } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { CutoffTable } from './cutoffTable.ts'
import { type PoolCounts, poolCounts } from './place.ts'
import { type PoolSpread, poolSpread, type StreamSpread } from './poolSpread.ts'

/** Changes with every change of what is saved. */
const FORMAT = 'futures/2'

/** The pool futures start from: who stands where, and how well that is known. */
export interface StartingPool {
  counts: PoolCounts
  spread: PoolSpread
}

/** The futures a chance is read from, and the pool they start from. */
export interface Futures {
  scenario: string
  seed: string
  /** Date of the pool. */
  asOf: string
  table: CutoffTable
  pool: StartingPool
}

/** The pool a plan starts from: a second or two of computing. */
export function startingPool({ settings }: EnsemblePlan, history: readonly PublishedDraw[]): StartingPool {
  const { snapshot, lawOfSnapshot: rules, seed, estimate, poolSize: size, assumptions } = settings
  const { pool, count } = synthesizePool({ snapshot, rules, seed, estimate, size, assumptions })
  const drawn = estimate.categories.map(({ stream }) => stream)
  return { counts: poolCounts(pool, count), spread: poolSpread(snapshot, history, ['cec', 'french', ...drawn], seed) }
}

/** Futures of a plan before any was simulated: add the record of each to the table. */
export const newFutures = (plan: EnsemblePlan, pool: StartingPool): Futures =>
  futuresOf(plan, new CutoffTable(plan), pool)

const futuresOf = (plan: EnsemblePlan, table: CutoffTable, pool: StartingPool): Futures => ({
  scenario: plan.settings.scenarioId,
  seed: plan.settings.seed,
  asOf: plan.settings.snapshot.asOf,
  table,
  pool,
})

const spreadNames = ['all', ...streams] as const
const columnsOf = ({ above, within }: StreamSpread) => [above.low, above.high, within.low, within.high]

/** The futures as bytes, to be read by {@link restoreFutures} for the same plan. */
export function saveFutures({ settings }: EnsemblePlan, { table, pool: { counts, spread } }: Futures): Uint8Array {
  const byStream = streams.map((stream) => counts.byStream.get(stream) ?? new Int32Array(0))
  const spreadOf = spreadNames.filter((name) => spread.has(name))
  return seal(FORMAT, settings.fingerprint, {
    meta: { runs: table.runs, spreadOf },
    columns: [
      ...[...table.columns(), counts.all, ...byStream],
      ...[...spreadOf].flatMap((name) => columnsOf(spread.get(name) as StreamSpread)),
    ],
  })
}

/**
 * Futures that were saved, or the first of them.
 *
 * @throws InputError EE_CHECKPOINT when the bytes are damaged, or of another scenario, seed, history or engine
 */
export function restoreFutures(plan: EnsemblePlan, bytes: Uint8Array, runs?: number): Futures {
  const { columns, meta } = unseal(FORMAT, plan.settings.fingerprint, bytes)
  const [day, cutoff, tieBreak, open, all, ...rest] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Uint8Array,
    Int32Array,
    ...Int32Array[],
  ]
  const table = new CutoffTable(plan)
  table.restore([day, cutoff, tieBreak, open], runs)
  const byStream = new Map(streams.map((stream, index) => [stream, rest[index]]))
  const factors = columns.slice(columns.length - rest.length + streams.length) as Float64Array[]
  const { spreadOf } = meta as { spreadOf: (typeof spreadNames)[number][] }
  const spread: PoolSpread = new Map(
    spreadOf.map((name, index) => {
      const [aboveLow, aboveHigh, low, high] = factors.slice(4 * index, 4 * index + 4)
      return [name, { above: { low: aboveLow, high: aboveHigh }, within: { low, high } }]
    }),
  )
  return futuresOf(plan, table, { counts: { all, byStream }, spread })
}
