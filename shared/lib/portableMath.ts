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
