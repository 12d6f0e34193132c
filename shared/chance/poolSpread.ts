import { modelAt } from '../flows/nowcast.ts'
import { PossiblePools } from '../flows/possiblePool.ts'
import { bandCells, CELLS, cellFloors, cellOfScore, cellWidths } from '../flows/scoreCells.ts'
import { randomStream } from '../lib/random.ts'
import type { Stream } from '../schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'

/** Possible pools a spread is read from. */
const POOLS = 400
/** Share of the pools below and above an interval of 95 %. */
const TAIL = 0.025

/** Between which factors a count of persons lies, in 95 of 100 possible pools. */
export interface Factors {
  low: Float64Array
  high: Float64Array
}

/** How far the people of a stream may be from their expected number: `above` by the lower edge of a cell, `within` by cell. */
export interface StreamSpread {
  above: Factors
  within: Factors
}

/** Everybody as `all`; streams of which nothing was ever observed are absent. */
export type PoolSpread = Map<Stream | 'all', StreamSpread>

/** Persons at or above the lower edge of each cell. */
function aboveEdges(stock: Float64Array, aboveCells: number): Float64Array {
  const above = new Float64Array(CELLS + 1)
  above[CELLS] = aboveCells
  for (let cell = CELLS - 1; cell >= 0; cell--) above[cell] = above[cell + 1] + stock[cell]
  return above
}

/** Between which factors of their mean the pools lie, place by place. */
function factorsOf(pools: readonly Float64Array[]): Factors {
  const places = pools[0].length
  const [low, high] = [new Float64Array(places).fill(1), new Float64Array(places).fill(1)]
  for (let place = 0; place < places; place++) {
    const sorted = Float64Array.from(pools, (pool) => pool[place]).sort()
    const mean = sorted.reduce((sum, count) => sum + count, 0) / sorted.length
    if (mean === 0) continue
    low[place] = sorted[Math.floor(TAIL * (sorted.length - 1))] / mean
    high[place] = sorted[Math.ceil((1 - TAIL) * (sorted.length - 1))] / mean
  }
  return { low, high }
}

const spreadOf = (stocks: readonly Float64Array[], aboveCells: number): StreamSpread => ({
  above: factorsOf(stocks.map((stock) => aboveEdges(stock, aboveCells))),
  within: factorsOf(stocks),
})

/** By how much a pool is stretched in each cell so that every published band comes out exactly. */
function bandFactors(everybody: Float64Array, { bands }: PoolSnapshot): Float64Array {
  const factors = new Float64Array(CELLS).fill(1)
  for (const { band, cells } of bandCells) {
    const persons = cells.reduce((sum, cell) => sum + everybody[cell], 0)
    if (persons > 0) for (const cell of cells) factors[cell] = bands[band] / persons
  }
  return factors
}

/**
 * How well the nowcast knows who stands where: pools drawn from what its filter is not sure of, each stretched to the published
 * bands. Counts at the edge of a band have no spread; inside a band, and by stream, they have.
 *
 * @param drawn streams that have been drawn: of others only an assumption says who is in them
 */
export function poolSpread(
  snapshot: PoolSnapshot,
  history: readonly PublishedDraw[],
  drawn: readonly Stream[],
  seed: string,
): PoolSpread {
  const possible = new PossiblePools(modelAt(snapshot, history), drawn)
  const random = randomStream(seed, 'chance/poolSpread')
  const everybody: Float64Array[] = []
  const byStream = new Map<Stream, Float64Array[]>()
  for (let count = 0; count < POOLS; count++) {
    const pool = possible.sample(random)
    const all = pool.stock('general') ?? new Float64Array(CELLS)
    const stretch = bandFactors(all, snapshot)
    const whole = all.map((persons, cell) => persons * stretch[cell])
    everybody.push(whole)
    for (const stream of drawn) {
      const stock = pool.stock(stream)
      if (!stock) continue
      // What is known of a category does not know how many there are in all.
      const stretched = stock.map((persons, cell) => Math.min(whole[cell], persons * stretch[cell]))
      byStream.set(stream, [...(byStream.get(stream) ?? []), stretched])
    }
  }
  return new Map([
    ['all', spreadOf(everybody, snapshot.bands['601-1200'])],
    ...[...byStream].map(([stream, stocks]) => [stream, spreadOf(stocks, 0)] as const),
  ])
}

/** The cell of a score up to 601, and how far into it the score lies: 0 at its lower edge. */
export function placeInCell(score: number): { cell: number; along: number } {
  const cell = cellOfScore(score)
  return { cell, along: Math.min(1, Math.max(0, (score - cellFloors[cell]) / cellWidths[cell])) }
}
