import { describe, expect, it } from 'vitest'
import { snapshots } from '../../../shared/draws/history.ts'
import { FlowModel } from '../../../shared/flows/flowModel.ts'
import { cellFloors, cellOfScore, cellWidths, invitedShare } from '../../../shared/flows/scoreCells.ts'

/** Persons from a score up, everybody of a cell spread evenly over its scores. */
const personsAtOrAbove = (stock: readonly number[], score: number): number =>
  stock.reduce((sum, persons, cell) => {
    const points = cellFloors[cell] + cellWidths[cell] - Math.max(cellFloors[cell], score)
    return points <= 0 ? sum : sum + (persons * points) / cellWidths[cell]
  }, 0)

/** The cutoff of a draw of so many persons: the highest score at or above which so many stand. */
function countedCutoff(stock: readonly number[], size: number): number {
  let score = 600
  while (personsAtOrAbove(stock, score) < size) score -= 1
  return score
}

describe('the share of a cell that a draw invites', () => {
  it('is nobody below the cutoff, everybody above it, and half of those at it', () => {
    const cell = cellOfScore(505)
    const [floor, width] = [cellFloors[cell], cellWidths[cell]]
    expect(invitedShare(cell, floor + width)).toBe(0)
    expect(invitedShare(cell, floor - 1)).toBe(1)
    expect(invitedShare(cell, floor)).toBe((width - 0.5) / width)
    expect(invitedShare(cell, floor + width - 1)).toBe(0.5 / width)
  })
})

describe('a predicted median', () => {
  it('is the cutoff counted person by person, as often above as below it', () => {
    const model = new FlowModel()
    model.learnTable(snapshots[0])
    // Known exactly: what is left is where between two scores the count ends.
    model.base.covariance.fill(0)
    const sizes = Array.from({ length: 200 }, (_, index) => 400 + 173 * index)
    const stock = [...model.base.stock(0)].map((_, cell) =>
      [0, 1, 2, 3].reduce((sum, group) => sum + model.base.stock(group)[cell], 0),
    )
    const off = sizes.map(
      (size) => (model.predict('fsw', size)?.quantile(0.5) ?? Number.NaN) - countedCutoff(stock, size),
    )
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(1)
    const mean = off.reduce((sum, value) => sum + value, 0) / off.length
    expect(Math.abs(mean)).toBeLessThan(0.15)
  })
})
