import { decay, exponential, naturalLog } from '../lib/portableMath.ts'
import type { FlowAssumptions } from './assumptions.ts'
import { addNoise, combineRows, covarianceWithSum, drawTogether, takeOff } from './covariance.kernel.ts'
import { shareKept } from './leaving.ts'
import { CELLS, cellMiddles, correlations, KNOTS, knots, leftKnot, leftWeight, rightWeight } from './scoreCells.ts'

/** A group in the state: its cells, then its knots. */
export const BLOCK = CELLS + KNOTS

/** Persons below this are nobody; keeps logarithms finite. */
const NOBODY = 1e-9
/** A single observation moves nothing by more than this, as a logarithm: the filter is linear only nearby. */
const FARTHEST = 3
const DAYS_PER_MONTH = 30
const DAYS_PER_WEEK = 7

/** How uncertain a system begins and how much its people and their inflow may change. Standard deviations of logarithms. */
export interface SystemNoise {
  level: number
  shape: number
  /** What all groups of the system share. */
  common: number
  change: { level: number; shape: number; common: number }
  week: { own: number; common: number }
  month: { own: number; common: number }
}

const correlationCache = new Map<string, Float64Array>()

function correlationOf(what: 'cells' | 'knots' | 'block', lengthPoints: number): Float64Array {
  const key = `${what}/${lengthPoints}`
  const known = correlationCache.get(key)
  if (known) return known
  const scores = { cells: cellMiddles, knots, block: [...cellMiddles, ...knots] }[what]
  const made = correlations(scores, lengthPoints, decay)
  correlationCache.set(key, made)
  return made
}

const ones = new Float64Array(BLOCK).fill(1)
const knotOnes = ones.subarray(0, KNOTS)

/** Points each knot stands for: weights of knots when inflow is summed. */
const knotSpans = Float64Array.from(knots, (_, knot) => {
  const left = knots[Math.max(0, knot - 1)]
  const right = knots[Math.min(KNOTS - 1, knot + 1)]
  return (right - left) / 2
})

/** A sum an observation is about: state indexes and how much of each counts. */
export interface CellSum {
  indexes: Int32Array
  shares: Float64Array
}

/**
 * People of some groups by score, and how many come a day: a Kalman filter of their logarithms (so nobody is ever less than
 * nobody, and uncertainty is in per cent). State of each group: persons in {@link CELLS} cells, then persons a day and point at
 * {@link KNOTS} knots. Only means and covariances, no random numbers.
 */
export class FlowSystem {
  readonly groups: number
  readonly size: number
  /** Persons in cells, persons a day and point at knots. */
  readonly mean: Float64Array
  /** Covariance of the logarithms, row-major. */
  readonly covariance: Float64Array
  /** Mean days the people of each cell have been in it, by group and cell. */
  readonly age: Float64Array
  /** Persons invited who will come back, by group and cell. */
  readonly returning: Float64Array
  readonly #assumptions: FlowAssumptions
  readonly #noise: SystemNoise
  /** Inflow the system began with, to whose shape what nobody observes returns. */
  readonly #prior: Float64Array
  readonly #priorWeights: Float64Array
  readonly #knotRows: Int32Array
  readonly #column: Float64Array

  /** @param inflow persons a day and point at the knots of each group; @param stock persons in the cells of each group */
  constructor(inflow: Float64Array[], stock: Float64Array[], noise: SystemNoise, assumptions: FlowAssumptions) {
    this.groups = inflow.length
    this.size = this.groups * BLOCK
    this.mean = new Float64Array(this.size)
    this.covariance = new Float64Array(this.size * this.size)
    this.age = new Float64Array(this.groups * CELLS).fill(assumptions.leaving.oldAtMeanDays)
    this.returning = new Float64Array(this.groups * CELLS)
    this.#assumptions = assumptions
    this.#noise = noise
    this.#column = new Float64Array(this.size)
    this.#prior = new Float64Array(this.groups * KNOTS)
    this.#knotRows = new Int32Array(this.groups * KNOTS)
    for (let group = 0; group < this.groups; group++) {
      this.mean.set(stock[group], group * BLOCK)
      this.mean.set(inflow[group], group * BLOCK + CELLS)
      this.#prior.set(inflow[group], group * KNOTS)
      for (let knot = 0; knot < KNOTS; knot++) this.#knotRows[group * KNOTS + knot] = group * BLOCK + CELLS + knot
    }
    const weighed = this.#prior.map((perPoint, index) => perPoint * knotSpans[index % KNOTS])
    const sum = weighed.reduce((total, weight) => total + weight, 0)
    this.#priorWeights = weighed.map((weight) => weight / sum)
    this.#beginUncertain()
  }

  #beginUncertain(): void {
    const { level, shape, common } = this.#noise
    const correlation = correlationOf('block', this.#assumptions.priorUncertainty.correlationPoints)
    for (let group = 0; group < this.groups; group++) {
      const first = group * BLOCK
      addNoise(this.covariance, this.size, first, first, null, ones, ones, level ** 2)
      addNoise(this.covariance, this.size, first, first, correlation, ones, ones, shape ** 2)
      for (let other = 0; other < this.groups; other++) {
        const [row, column] = [first + CELLS, other * BLOCK + CELLS]
        addNoise(this.covariance, this.size, row, column, null, knotOnes, knotOnes, common ** 2)
      }
    }
  }

  copy(): FlowSystem {
    const views = Array.from({ length: this.groups }, (_, group) => ({
      inflow: this.#prior.slice(group * KNOTS, (group + 1) * KNOTS),
      stock: this.stock(group),
    }))
    const copy = new FlowSystem(
      views.map(({ inflow }) => inflow),
      views.map(({ stock }) => stock),
      this.#noise,
      this.#assumptions,
    )
    copy.mean.set(this.mean)
    copy.covariance.set(this.covariance)
    copy.age.set(this.age)
    copy.returning.set(this.returning)
    return copy
  }

  /** Persons of a group by cell; a view, not a copy. */
  stock(group: number): Float64Array {
    return this.mean.subarray(group * BLOCK, group * BLOCK + CELLS)
  }

  /** Persons a day and point of a group at the knots; a view, not a copy. */
  inflow(group: number): Float64Array {
    return this.mean.subarray(group * BLOCK + CELLS, (group + 1) * BLOCK)
  }

  /**
   * Lets days pass: people come, come back and leave; what is not observed becomes less certain.
   *
   * @param effectiveDays days weighted by how many people weekdays bring
   */
  advance(days: number, effectiveDays: number): void {
    this.#forget(days)
    const comeIn = new Float64Array(this.groups * CELLS)
    const stayed = new Float64Array(this.groups * CELLS)
    this.#flow(days, effectiveDays, comeIn, stayed)
    this.#roughen(days, comeIn, stayed)
  }

  /** Inflow draws near the shape it began with, at the level it has now. */
  #forget(days: number): void {
    const { forgettingDays, forgettingNoise, correlationPoints } = this.#assumptions.change
    const keep = decay(days / forgettingDays)
    const rows = this.#knotRows
    const weights = this.#priorWeights
    const away = Float64Array.from(rows, (row, index) => naturalLog(this.mean[row] / this.#prior[index]))
    const level = away.reduce((sum, value, index) => sum + value * weights[index], 0)
    for (const [index, row] of rows.entries()) {
      this.mean[row] = this.#prior[index] * exponential(level + (away[index] - level) * keep)
    }
    drawTogether(this.covariance, this.size, rows, weights, keep)
    const scale = this.#noise.shape ** 2 * (1 - keep * keep) * forgettingNoise
    const correlation = correlationOf('knots', correlationPoints)
    for (let group = 0; group < this.groups; group++) {
      const first = group * BLOCK + CELLS
      addNoise(this.covariance, this.size, first, first, correlation, knotOnes, knotOnes, scale)
    }
  }

  /** Moves the means over `days`, and writes which part of each cell came in and which was there. */
  #flow(days: number, effectiveDays: number, comeIn: Float64Array, stayed: Float64Array): void {
    const { comingBack } = this.#assumptions
    const backBy = 1 - decay(days / comingBack.meanDays)
    const rows = new Int32Array(this.groups * CELLS)
    const from = new Int32Array(this.groups * CELLS)
    const left = new Float64Array(this.groups * CELLS)
    const right = new Float64Array(this.groups * CELLS)
    for (let index = 0; index < rows.length; index++) {
      const [group, cell] = [Math.floor(index / CELLS), index % CELLS]
      const row = group * BLOCK + cell
      const knot = group * BLOCK + CELLS + leftKnot[cell]
      const kept = this.mean[row] * shareKept(this.age[index], days, this.#assumptions)
      const ofLeft = effectiveDays * leftWeight[cell] * this.mean[knot]
      const ofRight = effectiveDays * rightWeight[cell] * this.mean[knot + 1]
      const back = this.returning[index] * backBy
      this.returning[index] -= back
      const now = kept + ofLeft + ofRight + back + NOBODY
      const fresh = ofLeft + ofRight + NOBODY
      this.age[index] = (kept * (this.age[index] + days) + (fresh * days) / 2) / (kept + fresh)
      this.mean[row] = now
      rows[index] = row
      from[index] = knot
      left[index] = ofLeft / now
      right[index] = ofRight / now
      stayed[index] = kept / now
      comeIn[index] = (ofLeft + ofRight) / now
    }
    combineRows(this.covariance, this.size, rows, stayed, from, left, right)
  }

  /** Adds what the days made uncertain. */
  #roughen(days: number, comeIn: Float64Array, stayed: Float64Array): void {
    const { change, roughness } = this.#assumptions
    const { covariance: out, size: n } = this
    const months = days / DAYS_PER_MONTH
    const weeks = Math.min(1, DAYS_PER_WEEK / Math.max(days, 1))
    const ofKnots = correlationOf('knots', change.correlationPoints)
    const ofWeek = correlationOf('cells', roughness.weekOfInflow.correlationPoints)
    const ofMonth = correlationOf('cells', roughness.monthOfStock.correlationPoints)
    const { change: changes, week, month } = this.#noise
    for (let group = 0; group < this.groups; group++) {
      const cells = group * BLOCK
      const first = cells + CELLS
      const [fresh, kept] = [comeIn, stayed].map((all) => all.subarray(group * CELLS, (group + 1) * CELLS))
      addNoise(out, n, first, first, null, knotOnes, knotOnes, changes.level ** 2 * months)
      addNoise(out, n, first, first, ofKnots, knotOnes, knotOnes, changes.shape ** 2 * months)
      addNoise(out, n, cells, cells, ofWeek, fresh, fresh, week.own ** 2 * weeks)
      addNoise(out, n, cells, cells, ofMonth, kept, kept, month.own ** 2 * months)
      // Chance in whole persons: the variance of a count is the count.
      for (let cell = 0; cell < CELLS; cell++) {
        const row = cells + cell
        out[row * n + row] += fresh[cell] / Math.max(this.mean[row], 1)
      }
      if (this.groups === 1) continue
      for (let other = 0; other < this.groups; other++) {
        const [freshThere, keptThere] = [comeIn, stayed].map((all) => all.subarray(other * CELLS, (other + 1) * CELLS))
        addNoise(out, n, first, other * BLOCK + CELLS, ofKnots, knotOnes, knotOnes, changes.common ** 2 * months)
        addNoise(out, n, cells, other * BLOCK, ofWeek, fresh, freshThere, week.common ** 2 * weeks)
        addNoise(out, n, cells, other * BLOCK, ofMonth, kept, keptThere, month.common ** 2 * months)
      }
    }
  }

  /** Standard deviation of the logarithm of how many of a group come a day. */
  inflowDeviation(group: number): number {
    const indexes = Int32Array.from({ length: KNOTS }, (_, knot) => group * BLOCK + CELLS + knot)
    return Math.sqrt(Math.max(0, this.read({ indexes, shares: knotSpans }).variance))
  }

  /** Persons in a sum of cells, and the variance of the logarithm of their number. */
  read({ indexes, shares }: CellSum): { persons: number; variance: number } {
    const { persons, weights } = this.#weigh(indexes, shares)
    covarianceWithSum(this.covariance, this.size, indexes, weights, this.#column)
    let variance = 0
    for (let k = 0; k < indexes.length; k++) variance += weights[k] * this.#column[indexes[k]]
    return { persons, variance }
  }

  #weigh(indexes: Int32Array, shares: Float64Array): { persons: number; weights: Float64Array } {
    const counted = Float64Array.from(indexes, (index, k) => this.mean[index] * shares[k])
    const persons = counted.reduce((sum, count) => sum + count, 0)
    return { persons, weights: counted.map((count) => count / Math.max(persons, NOBODY)) }
  }

  /**
   * Learns that a sum of cells holds so many persons. Everything that moves together with it moves along.
   *
   * @param noise variance of the logarithm of the measurement
   */
  observe(sum: CellSum, persons: number, noise: number): void {
    const { persons: expected, variance } = this.read(sum)
    const surprise = naturalLog(Math.max(persons, 1)) - naturalLog(Math.max(expected, 1e-3))
    const total = variance + noise
    for (let row = 0; row < this.size; row++) {
      const by = (this.#column[row] / total) * surprise
      this.mean[row] *= exponential(Math.min(FARTHEST, Math.max(-FARTHEST, by)))
    }
    takeOff(this.covariance, this.size, this.#column, total)
  }

  /** Takes people out of cells of a group; a share of them will be back. */
  invite(group: number, shares: Float64Array, shareBack: number): void {
    const stock = this.stock(group)
    for (let cell = 0; cell < CELLS; cell++) {
      const invited = stock[cell] * shares[cell]
      this.returning[group * CELLS + cell] += shareBack * invited
      stock[cell] = Math.max(NOBODY, stock[cell] - invited)
    }
  }

  /** Replaces the people and the inflow of a group after a change of rules; the larger the change, the less certain. */
  restate(group: number, stock: Float64Array, inflow: Float64Array, uncertainty: number): void {
    const { correlationPoints } = this.#assumptions.change
    const first = group * BLOCK
    const moved = (was: Float64Array, is: Float64Array): Float64Array =>
      is.map((value, index) => Math.abs(naturalLog((value + NOBODY) / (was[index] + NOBODY))))
    const [cells, rates] = [moved(this.stock(group), stock), moved(this.inflow(group), inflow)]
    const scale = uncertainty ** 2
    const ofCells = correlationOf('cells', correlationPoints)
    const ofKnots = correlationOf('knots', correlationPoints)
    addNoise(this.covariance, this.size, first, first, ofCells, cells, cells, scale)
    addNoise(this.covariance, this.size, first + CELLS, first + CELLS, ofKnots, rates, rates, scale)
    this.stock(group).set(stock)
    this.inflow(group).set(inflow)
  }

  /** Makes the level of a group less certain: its definition has changed. */
  doubt(group: number, level: number): void {
    const first = group * BLOCK
    addNoise(this.covariance, this.size, first, first, null, ones, ones, level ** 2)
  }
}
