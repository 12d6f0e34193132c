import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowAssumptions } from '../../../shared/flows/assumptions.ts'
import { inflowWithoutOffers, stockWithoutOffers } from '../../../shared/flows/jobOffers.ts'
import { CELLS, cellFloors, cellWidths, KNOTS, LOWEST_SCORE } from '../../../shared/flows/scoreCells.ts'
import { baseGroups } from '../../../shared/pool/baseGroups.ts'
import { total } from '../../helpers/flows.ts'

const { points, shareAbove } = flowAssumptions.jobOffers
const group = fc.constantFrom<number | 'category'>(...baseGroups.keys(), 'category')
const persons = fc
  .array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: CELLS, maxLength: CELLS })
  .map((values) => Float64Array.from(values))

/** Persons from each cell up. */
const fromTop = (stock: Float64Array): number[] => cellFloors.map((_, cell) => total(stock.subarray(cell)))

describe('the people of a group once offers of employment give no points', () => {
  it('are as many as before, nobody stands higher, and nobody is less than nobody', () => {
    fc.assert(
      fc.property(persons, group, (stock, name) => {
        const kept = stock.slice()
        const after = stockWithoutOffers(stock, name, flowAssumptions)
        expect(stock).toEqual(kept)
        expect(total(after)).toBeCloseTo(total(stock), 5)
        expect(Math.min(...after)).toBeGreaterThanOrEqual(0)
        const [was, is] = [fromTop(stock), fromTop(after)]
        for (let cell = 0; cell < CELLS; cell++) expect(is[cell]).toBeLessThanOrEqual(was[cell] + 1e-6)
      }),
    )
  })

  it('who had an offer stand exactly so many points lower', () => {
    for (let cell = 0; cell < CELLS; cell++) {
      const stock = new Float64Array(CELLS)
      stock[cell] = 1000
      const after = stockWithoutOffers(stock, baseGroups.indexOf('cec'), flowAssumptions)
      const [floor, width] = [cellFloors[cell], cellWidths[cell]]
      if (floor - points < LOWEST_SCORE) {
        expect(after).toEqual(stock)
        continue
      }
      const moved = 1000 - after[cell]
      // A cell wider than the fall keeps a part of those who fell.
      if (width <= points) expect(moved).toBeGreaterThan(0.1 * 1000)
      expect(moved).toBeLessThanOrEqual(shareAbove * 1000)
      for (let other = 0; other < cell; other++) {
        const isReached =
          cellFloors[other] < floor - points + width && cellFloors[other] + cellWidths[other] > floor - points
        expect(after[other] > 0).toBe(isReached)
      }
    }
  })

  it('with Canadian experience moved more often than others', () => {
    const stock = new Float64Array(CELLS).fill(1000)
    const above = (name: number | 'category'): number =>
      total(stockWithoutOffers(stock, name, flowAssumptions).subarray(cellFloors.indexOf(501)))
    expect(above(baseGroups.indexOf('cec'))).toBeLessThan(above('category'))
    expect(above('category')).toBeLessThan(above(baseGroups.indexOf('fsw')))
  })
})

describe('the inflow of a group once offers of employment give no points', () => {
  it('stays positive, falls at the top and rises where those who fell arrive', () => {
    fc.assert(
      fc.property(group, fc.double({ min: 1e-6, max: 100, noNaN: true }), (name, rate) => {
        const after = inflowWithoutOffers(new Float64Array(KNOTS).fill(rate), name, flowAssumptions)
        expect(Math.min(...after)).toBeGreaterThan(0)
        expect(after[KNOTS - 1]).toBeLessThan(rate)
        const middle = after.subarray(5, 9)
        expect(Math.max(...middle)).toBeGreaterThan(rate)
      }),
    )
  })
})
