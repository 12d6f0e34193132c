/**
 * Lower triangular root of a covariance, row-major: `root x root' = covariance`. Rows whose variance is used up by those before
 * (or that rounding made negative) become 0.
 */
export function choleskyRoot(covariance: Float64Array, n: number): Float64Array {
  const root = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    const first = row * n
    for (let column = 0; column <= row; column++) {
      const other = column * n
      let sum = covariance[first + column]
      for (let k = 0; k < column; k++) sum -= root[first + k] * root[other + k]
      if (column < row) root[first + column] = root[other + column] === 0 ? 0 : sum / root[other + column]
      else root[first + row] = sum > 1e-12 ? Math.sqrt(sum) : 0
    }
  }
  return root
}
