import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choleskyRoot } from '../../../shared/flows/cholesky.kernel.ts'
import {
  addNoise,
  combineRows,
  covarianceWithSum,
  drawTogether,
  takeOff,
} from '../../../shared/flows/covariance.kernel.ts'

/** Rows of numbers: the twins below multiply whole matrices, slowly and readably. */
type Matrix = number[][]

const zeros = (rows: number, columns: number): Matrix => Array.from({ length: rows }, () => Array(columns).fill(0))
const identity = (n: number): Matrix => zeros(n, n).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)))
const transposed = (a: Matrix): Matrix => a[0].map((_, column) => a.map((row) => row[column]))
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0].map((_, column) => row.reduce((sum, value, k) => sum + value * b[k][column], 0)))
/** Covariance of `step x state` where that of `state` is given. */
const transformed = (step: Matrix, covariance: Matrix): Matrix => times(times(step, covariance), transposed(step))

const flat = (a: Matrix): Float64Array => Float64Array.from(a.flat())
const square = (a: Float64Array, n: number): Matrix =>
  Array.from({ length: n }, (_, row) => [...a.subarray(row * n, (row + 1) * n)])

const SMALL = 1e-9

function expectSame(actual: Float64Array, expected: Matrix, tolerance = SMALL): void {
  const wanted = flat(expected)
  expect(actual).toHaveLength(wanted.length)
  const farthest = wanted.reduce((most, value, index) => Math.max(most, Math.abs(value - actual[index])), 0)
  expect(farthest).toBeLessThan(tolerance)
}

function expectSymmetric(actual: Float64Array, n: number): void {
  expectSame(actual, transposed(square(actual, n)))
}

const part = fc.integer({ min: -8, max: 8 }).map((value) => value / 4)
const share = fc.integer({ min: 0, max: 8 }).map((value) => value / 8)
const listOf = <Value>(value: fc.Arbitrary<Value>, length: number) =>
  fc.array(value, { minLength: length, maxLength: length })

/** A covariance of n rows made of `rank` independent causes: singular when there are fewer causes than rows. */
const covarianceOf = (n: number, rank: number): fc.Arbitrary<Matrix> =>
  listOf(listOf(part, rank), n).map((factors) => times(factors, transposed(factors)))

const someCovariance = fc
  .record({ n: fc.integer({ min: 4, max: 8 }), rank: fc.integer({ min: 1, max: 8 }) })
  .chain(({ n, rank }) => fc.record({ n: fc.constant(n), covariance: covarianceOf(n, rank) }))

describe('combineRows', () => {
  const WRITTEN = 3

  it('is step x covariance x step', () => {
    const input = someCovariance
      .filter(({ n }) => n >= WRITTEN + 2)
      .chain(({ n, covariance }) =>
        fc.record({
          ...{ n: fc.constant(n), covariance: fc.constant(covariance) },
          from: listOf(fc.integer({ min: WRITTEN, max: n - 2 }), WRITTEN),
          own: listOf(share, WRITTEN),
          left: listOf(share, WRITTEN),
          right: listOf(share, WRITTEN),
        }),
      )
    fc.assert(
      fc.property(input, ({ n, covariance, from, own, left, right }) => {
        const step = identity(n)
        for (let row = 0; row < WRITTEN; row++) {
          step[row][row] = own[row]
          step[row][from[row]] = left[row]
          step[row][from[row] + 1] = right[row]
        }
        const actual = flat(covariance)
        const rows = Int32Array.from({ length: WRITTEN }, (_, row) => row)
        const [a, b, c] = [own, left, right].map((values) => Float64Array.from(values))
        combineRows(actual, n, rows, a, Int32Array.from(from), b, c)
        expectSame(actual, transformed(step, covariance))
        expectSymmetric(actual, n)
      }),
    )
  })
})

describe('drawTogether', () => {
  it('keeps a part of each row and the rest of their weighted mean', () => {
    const input = someCovariance.chain(({ n, covariance }) =>
      fc.record({
        ...{ n: fc.constant(n), covariance: fc.constant(covariance), keep: share },
        rows: fc.uniqueArray(fc.nat(n - 1), { minLength: 1 }),
        raw: listOf(fc.integer({ min: 1, max: 9 }), n),
      }),
    )
    fc.assert(
      fc.property(input, ({ n, covariance, keep, rows, raw }) => {
        const sum = rows.reduce((total, _, index) => total + raw[index], 0)
        const weights = rows.map((_, index) => raw[index] / sum)
        const step = identity(n)
        for (const row of rows) {
          step[row][row] = keep
          for (const [index, other] of rows.entries()) step[row][other] += (1 - keep) * weights[index]
        }
        const actual = flat(covariance)
        drawTogether(actual, n, Int32Array.from(rows), Float64Array.from(weights), keep)
        expectSame(actual, transformed(step, covariance))
        expectSymmetric(actual, n)
      }),
    )
  })

  it('that keeps nothing leaves rows that are one and the same', () => {
    const actual = flat([
      [4, 1],
      [1, 2],
    ])
    drawTogether(actual, 2, Int32Array.of(0, 1), Float64Array.of(0.5, 0.5), 0)
    expect([...actual]).toEqual([2, 2, 2, 2])
  })
})

describe('addNoise', () => {
  const COUNT = 2
  const block = fc.record({ left: listOf(part, COUNT), right: listOf(part, COUNT), scale: share })

  it('adds scale x correlation x left x right to one block and touches nothing else', () => {
    const correlation = [
      [1, 0.25],
      [0.25, 1],
    ]
    fc.assert(
      fc.property(someCovariance, block, fc.boolean(), ({ n, covariance }, { left, right, scale }, isCorrelated) => {
        const [row, column] = [1, n - COUNT]
        const expected = covariance.map((values) => [...values])
        for (let i = 0; i < COUNT; i++) {
          for (let j = 0; j < COUNT; j++) {
            expected[row + i][column + j] += scale * (isCorrelated ? correlation[i][j] : 1) * left[i] * right[j]
          }
        }
        const actual = flat(covariance)
        const given = isCorrelated ? flat(correlation) : null
        addNoise(actual, n, row, column, given, Float64Array.from(left), Float64Array.from(right), scale)
        expectSame(actual, expected)
      }),
    )
  })

  it('keeps symmetry on the diagonal, and off it when both blocks are written', () => {
    fc.assert(
      fc.property(someCovariance, block, ({ n, covariance }, { left, right, scale }) => {
        const actual = flat(covariance)
        const [a, b] = [Float64Array.from(left), Float64Array.from(right)]
        addNoise(actual, n, 1, 1, null, a, a, scale)
        expectSymmetric(actual, n)
        addNoise(actual, n, 0, n - COUNT, null, a, b, scale)
        addNoise(actual, n, n - COUNT, 0, null, b, a, scale)
        expectSymmetric(actual, n)
      }),
    )
  })
})

/** A covariance, and a weighted sum of some of its rows. */
const withSum = someCovariance.chain(({ n, covariance }) =>
  fc.record({
    ...{ n: fc.constant(n), covariance: fc.constant(covariance) },
    indexes: fc.uniqueArray(fc.nat(n - 1), { minLength: 1 }),
    raw: listOf(share, n),
  }),
)

describe('covarianceWithSum', () => {
  it('is covariance x weights, whatever the result held before', () => {
    fc.assert(
      fc.property(withSum, ({ n, covariance, indexes, raw }) => {
        const weights = zeros(n, 1)
        for (const [k, index] of indexes.entries()) weights[index][0] = raw[k]
        const out = new Float64Array(n).fill(99)
        covarianceWithSum(
          flat(covariance),
          n,
          Int32Array.from(indexes),
          Float64Array.from(indexes, (_, k) => raw[k]),
          out,
        )
        expectSame(out, times(covariance, weights))
      }),
    )
  })
})

describe('takeOff', () => {
  it('is covariance - column x column / variance', () => {
    fc.assert(
      fc.property(someCovariance, fc.integer({ min: 1, max: 40 }), ({ n, covariance }, variance) => {
        const column = covariance.map((row) => [row[0]])
        const taken = times(column, transposed(column))
        const expected = covariance.map((row, i) => row.map((value, j) => value - taken[i][j] / variance))
        const actual = flat(covariance)
        takeOff(actual, n, flat(column), variance)
        expectSame(actual, expected)
        expectSymmetric(actual, n)
      }),
    )
  })

  it('after an observation of a sum leaves it the variance Kalman gives: v x noise / (v + noise)', () => {
    fc.assert(
      fc.property(withSum, fc.integer({ min: 1, max: 8 }), ({ n, covariance, indexes, raw }, noise) => {
        const actual = flat(covariance)
        const rows = Int32Array.from(indexes)
        const weights = Float64Array.from(indexes, (_, k) => raw[k])
        const column = new Float64Array(n)
        const variance = (): number => {
          covarianceWithSum(actual, n, rows, weights, column)
          return indexes.reduce((sum, index, k) => sum + weights[k] * column[index], 0)
        }
        const before = variance()
        takeOff(actual, n, column, before + noise)
        expect(variance()).toBeCloseTo((before * noise) / (before + noise), 8)
      }),
    )
  })
})

describe('choleskyRoot', () => {
  it('times its transpose gives the matrix, and has nothing above the diagonal, also when the matrix is singular', () => {
    fc.assert(
      fc.property(someCovariance, ({ n, covariance }) => {
        const root = square(choleskyRoot(flat(covariance), n), n)
        expectSame(flat(times(root, transposed(root))), covariance, 1e-6)
        expect(root.every((row, i) => row.every((value, j) => j <= i || value === 0))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['of nothing uncertain', zeros(3, 3), zeros(3, 3)],
    [
      'of rows that are one and the same',
      [
        [4, 4],
        [4, 4],
      ],
      [
        [2, 0],
        [2, 0],
      ],
    ],
    [
      'of a variance that rounding made negative',
      [
        [-1e-15, 0],
        [0, 9],
      ],
      [
        [0, 0],
        [0, 3],
      ],
    ],
  ])('%s is as by hand', (_, covariance, root) => {
    expect([...choleskyRoot(flat(covariance), covariance.length)]).toEqual(root.flat())
  })
})
