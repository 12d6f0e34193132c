import { publishedDraws, snapshots } from '../../shared/draws/history.ts'
import { FlowModel } from '../../shared/flows/flowModel.ts'
import { BLOCK, type CellSum, type FlowSystem } from '../../shared/flows/flowSystem.ts'
import { baseGroups } from '../../shared/pool/baseGroups.ts'
import { type Band, type BandCounts, bands } from '../../shared/schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../../shared/schema/draw.ts'

/** A draw with the given fields: 3,000 CEC at 520 without a pool table unless said otherwise. */
export const publishedDraw = (fields: Partial<PublishedDraw>): PublishedDraw => {
  const { date = '2025-12-20', stream = 'cec' } = fields
  return {
    ...{ number: '389', date, instant: `${date}T12:00:00Z`, stream, name: stream },
    ...{ size: 3000, cutoff: 520, tieBreak: null, pool: null },
    ...fields,
  }
}

/** A pool table with the same number of people in every band. */
export const poolTable = (asOf: string, perBand: number): PoolSnapshot => ({
  ...{ asOf, total: perBand * bands.length },
  bands: Object.fromEntries(bands.map((band) => [band, perBand])) as BandCounts,
})

/** The newest published pool table, as of another day and with so many times as many people. */
export const tableLikeTheLast = (asOf: string, times: number): PoolSnapshot => {
  const last = snapshots[snapshots.length - 1]
  const entries = bands.map((band): [Band, number] => [band, Math.round(times * last.bands[band])])
  return { asOf, total: total(entries.map(([, count]) => count)), bands: Object.fromEntries(entries) as BandCounts }
}

const learnt = new Map<string, FlowModel>()

/** A model of its own that has learnt the published draws before a date. */
export function modelBefore(date: string): FlowModel {
  const known = learnt.get(date) ?? new FlowModel()
  if (!learnt.has(date)) {
    for (const draw of publishedDraws) if (draw.date < date) known.learn(draw)
    learnt.set(date, known)
  }
  return known.copy()
}

/** A model that has learnt every published draw. */
export const wholeModel = (): FlowModel => modelBefore('9999')

/** All cells of some groups, each whole. */
export function wholeCells(groups: readonly number[], cells: readonly number[]): CellSum {
  const indexes = Int32Array.from(groups.flatMap((group) => cells.map((cell) => group * BLOCK + cell)))
  return { indexes, shares: new Float64Array(indexes.length).fill(1) }
}

export const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)

/** Persons of all base groups together by cell. */
export const everybody = (base: FlowSystem): number[] =>
  Array.from(base.stock(0), (_, cell) => total(baseGroups.map((__, group) => base.stock(group)[cell])))

/** What no step may do to a system, in words; empty when all is well. */
export function faultsOf(system: FlowSystem): string[] {
  const { mean, covariance, size, age, returning } = system
  const faults: string[] = []
  const check = (name: string, values: Float64Array, isGood: (value: number) => boolean): void => {
    const wrong = values.findIndex((value) => !Number.isFinite(value) || !isGood(value))
    if (wrong >= 0) faults.push(`${name}[${wrong}] is ${values[wrong]}`)
  }
  const notNegative = (value: number): boolean => value >= 0
  check('mean', mean, notNegative)
  check('age', age, notNegative)
  check('returning', returning, notNegative)
  check('covariance', covariance, () => true)
  for (let row = 0; row < size; row++) {
    if (covariance[row * size + row] < -1e-9) faults.push(`variance of row ${row} is ${covariance[row * size + row]}`)
    for (let column = 0; column < row; column++) {
      const [there, back] = [covariance[row * size + column], covariance[column * size + row]]
      if (Math.abs(there - back) > 1e-9) faults.push(`covariance of ${row} and ${column}: ${there} and ${back}`)
    }
  }
  return faults
}
