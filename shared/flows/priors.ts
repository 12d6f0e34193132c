import { baseGroups } from '../pool/baseGroups.ts'
import type { Stream } from '../schema/common.ts'
import type { PoolSnapshot } from '../schema/draw.ts'
import { atScore, type FlowAssumptions } from './assumptions.ts'
import { FlowSystem, type SystemNoise } from './flowSystem.ts'
import { categoryShare, categoryStreams } from './groups.ts'
import { bandCells, CELLS, knots, leftKnot, leftWeight, rightWeight } from './scoreCells.ts'

/** Inflow a day and point at the knots before anything was observed, of everybody. */
const everybodysInflow = ({ priorInflow }: FlowAssumptions): Float64Array =>
  Float64Array.from(knots, (knot) => priorInflow.level * atScore(priorInflow.perDayAndPoint, knot))

/** Shares of the base groups at a score; they add up to 1. */
function baseShares(score: number, { baseShares: assumed }: FlowAssumptions): number[] {
  const [cec, french, both] = [assumed.cec, assumed.french, assumed['french-cec']].map((by) => atScore(by, score))
  const byGroup = { cec, french, 'french-cec': both, fsw: 1 - cec - french - both }
  return baseGroups.map((group) => byGroup[group])
}

/** Persons by cell whom an inflow at the knots makes in a day. */
export const inflowByCell = (inflow: ArrayLike<number>): Float64Array =>
  leftWeight.map((weight, cell) => weight * inflow[leftKnot[cell]] + rightWeight[cell] * inflow[leftKnot[cell] + 1])

/** Factors by cell that bring a stock of everybody to the published bands. */
function factorsToBands(stock: Float64Array, { bands: published }: PoolSnapshot): Float64Array {
  const factors = new Float64Array(CELLS).fill(1)
  for (const { band, cells } of bandCells) {
    const assumed = cells.reduce((sum, cell) => sum + stock[cell], 0)
    for (const cell of cells) factors[cell] = assumed === 0 ? 1 : published[band] / assumed
  }
  return factors
}

function baseNoise({ priorUncertainty, change, roughness }: FlowAssumptions): SystemNoise {
  return {
    ...priorUncertainty.base,
    common: priorUncertainty.common,
    change: { ...change.base, common: change.common },
    week: { own: roughness.weekOfInflow.base, common: roughness.weekOfInflow.common },
    month: { own: roughness.monthOfStock.base, common: roughness.monthOfStock.common },
  }
}

function categoryNoise({ priorUncertainty, change, roughness }: FlowAssumptions, guessed: boolean): SystemNoise {
  return {
    ...(guessed ? priorUncertainty.guessedCategory : priorUncertainty.category),
    common: 0,
    change: { ...change.category, common: 0 },
    week: { own: roughness.weekOfInflow.category, common: 0 },
    month: { own: roughness.monthOfStock.category, common: 0 },
  }
}

/** The systems a filter begins with: the base groups together, and each category by itself. */
export function systemsAtStart(
  first: PoolSnapshot,
  assumptions: FlowAssumptions,
): { base: FlowSystem; categories: Map<Stream, FlowSystem> } {
  const everybody = everybodysInflow(assumptions)
  const assumedStock = inflowByCell(everybody).map((perDay) => perDay * assumptions.priorStockDays.days)
  const factors = factorsToBands(assumedStock, first)
  const inflow = baseGroups.map((_, group) =>
    everybody.map((perPoint, knot) => perPoint * baseShares(knots[knot], assumptions)[group]),
  )
  const stockOf = (rates: Float64Array, scale: number): Float64Array =>
    inflowByCell(rates).map((perDay, cell) => perDay * assumptions.priorStockDays.days * factors[cell] * scale)
  const base = new FlowSystem(
    inflow,
    inflow.map((rates) => stockOf(rates, 1)),
    baseNoise(assumptions),
    assumptions,
  )
  const categories = new Map(
    categoryStreams.map((stream) => {
      const { share, guessed } = categoryShare(stream, assumptions)
      const rates = everybody.map((perPoint) => (perPoint * share) / assumptions.priorInflow.level)
      const stock = stockOf(
        everybody.map((perPoint) => perPoint * share),
        1,
      )
      return [stream, new FlowSystem([rates], [stock], categoryNoise(assumptions, guessed), assumptions)] as const
    }),
  )
  return { base, categories }
}
