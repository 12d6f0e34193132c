/** Standard deviations to either side of an interval of something normally distributed. */
export const NINETY_FIVE_PERCENT = 1.96
export const EIGHTY_PERCENT = 1.2816

/**
 * Standard errors to either side of a 95 % interval of a mean of so many values: Student's t by the expansion of Fisher and
 * Cornish, right to 1 % from four values on.
 *
 * @param count values the mean is of, at least 2
 */
export function errorsOfMean(count: number): number {
  const z = NINETY_FIVE_PERCENT
  const freedom = count - 1
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}
