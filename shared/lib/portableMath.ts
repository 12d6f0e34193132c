/**
 * Natural logarithm from + - * / alone. `Math.log` may differ in the last digit between JavaScript engines;
 * results here are the same bytes everywhere, which a simulated future needs.
 *
 * @param value above 0
 * @returns ln(value), within 1e-14 relative
 */
export function naturalLog(value: number): number {
  let mantissa = value
  let exponent = 0
  while (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2
    exponent -= 1
  }
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let term = ratio
  let sum = 0
  for (let odd = 1; odd <= 25; odd += 2) {
    sum += term / odd
    term *= square
  }
  return 2 * sum + exponent * Math.LN2
}

/** e to the power of `-exponent` for 0 <= exponent, by repeated squaring of a short series; the same bytes everywhere. */
export function decay(exponent: number): number {
  if (exponent > 745) return 0
  let halvings = 0
  let small = exponent
  while (small > 0.125) {
    small /= 2
    halvings += 1
  }
  let term = 1
  let sum = 1
  for (let order = 1; order <= 12; order++) {
    term *= -small / order
    sum += term
  }
  for (; halvings > 0; halvings--) sum *= sum
  return sum
}

/** e to the power of `exponent`; the same bytes everywhere. */
export const exponential = (exponent: number): number => (exponent <= 0 ? decay(-exponent) : 1 / decay(exponent))

/**
 * Probability that a standard normal variable is at most `z`, within 1e-7 (Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 26.2.17); the same bytes everywhere.
 */
export function normalCdf(z: number): number {
  if (z < 0) return 1 - normalCdf(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (decay((z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}
