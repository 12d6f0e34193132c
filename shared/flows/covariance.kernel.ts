/**
 * Steps of the filter's covariance: square, row-major, symmetric Float64Arrays of `n` rows. Each touches every row once; the
 * readable twin multiplies whole matrices (tests/unit/flows/covariance.test.ts).
 */

/**
 * New rows as sums of old ones: row `rows[i]` becomes `own[i]` of itself, `left[i]` of row `from[i]` and `right[i]` of the
 * next one; columns likewise. None of the rows summed may be among those written.
 */
export function combineRows(
  covariance: Float64Array,
  n: number,
  rows: Int32Array,
  own: Float64Array,
  from: Int32Array,
  left: Float64Array,
  right: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] * n
    const source = from[i] * n
    const [a, b, c] = [own[i], left[i], right[i]]
    for (let column = 0; column < n; column++) {
      covariance[row + column] =
        a * covariance[row + column] + b * covariance[source + column] + c * covariance[source + n + column]
    }
  }
  for (let first = 0; first < n * n; first += n) {
    for (let i = 0; i < rows.length; i++) {
      const source = first + from[i]
      covariance[first + rows[i]] =
        own[i] * covariance[first + rows[i]] + left[i] * covariance[source] + right[i] * covariance[source + 1]
    }
  }
}

/** Draws rows towards their weighted mean: `keep` of each and the rest of the mean; columns likewise. Weights add up to 1. */
export function drawTogether(
  covariance: Float64Array,
  n: number,
  rows: Int32Array,
  weights: Float64Array,
  keep: number,
): void {
  const rest = 1 - keep
  const mean = new Float64Array(n)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] * n
    const weight = weights[i]
    for (let column = 0; column < n; column++) mean[column] += weight * covariance[row + column]
  }
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] * n
    for (let column = 0; column < n; column++) {
      covariance[row + column] = keep * covariance[row + column] + rest * mean[column]
    }
  }
  for (let first = 0; first < n * n; first += n) {
    let together = 0
    for (let i = 0; i < rows.length; i++) together += weights[i] * covariance[first + rows[i]]
    for (let i = 0; i < rows.length; i++) {
      covariance[first + rows[i]] = keep * covariance[first + rows[i]] + rest * together
    }
  }
}

/**
 * Adds noise between two blocks of rows: `scale * correlation * left x right`.
 *
 * @param firstRow of the one block, `firstColumn` of the other; both are as long as `left` and `right`
 * @param correlation row-major, square; null = 1 everywhere
 */
export function addNoise(
  covariance: Float64Array,
  n: number,
  firstRow: number,
  firstColumn: number,
  correlation: Float64Array | null,
  left: Float64Array,
  right: Float64Array,
  scale: number,
): void {
  const count = left.length
  for (let i = 0; i < count; i++) {
    const factor = scale * left[i]
    const row = (firstRow + i) * n + firstColumn
    if (correlation === null) for (let j = 0; j < count; j++) covariance[row + j] += factor * right[j]
    else for (let j = 0; j < count; j++) covariance[row + j] += factor * correlation[i * count + j] * right[j]
  }
}

/** Covariance of every row with a weighted sum of some: `out[i]` = sum over k of `covariance[i][indexes[k]] * weights[k]`. */
export function covarianceWithSum(
  covariance: Float64Array,
  n: number,
  indexes: Int32Array,
  weights: Float64Array,
  out: Float64Array,
): void {
  // By symmetry rows are read instead of columns, which lie apart in memory.
  out.fill(0)
  for (let k = 0; k < indexes.length; k++) {
    const row = indexes[k] * n
    const weight = weights[k]
    for (let column = 0; column < n; column++) out[column] += weight * covariance[row + column]
  }
}

/** What an observation teaches: takes `column x column / variance` off. */
export function takeOff(covariance: Float64Array, n: number, column: Float64Array, variance: number): void {
  for (let i = 0; i < n; i++) {
    const factor = column[i] / variance
    const row = i * n
    for (let j = 0; j < n; j++) covariance[row + j] -= factor * column[j]
  }
}
