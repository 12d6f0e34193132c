export interface ValueAxis {
  from: number
  to: number
  ticks: number[]
}

const roundSteps = [1, 2, 5]

/** The smallest of 1, 2, 5, 10, 20, 50 ... that divides `range` into at most `most` parts. */
function roundStep(range: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = roundSteps.find((candidate) => range / (candidate * power) <= most)
    if (step !== undefined) return step * power
  }
}

/**
 * An axis from a round number at or below `low` to one at or above `high`, with at most `most` steps between its ticks,
 * one more where rounding outwards needs it.
 *
 * @example
 * valueAxis(399, 547, 4)   // { from: 350, to: 550, ticks: [350, 400, 450, 500, 550] }
 */
export function valueAxis(low: number, high: number, most: number): ValueAxis {
  const step = roundStep(Math.max(1, high - low), most)
  const from = Math.floor(low / step) * step
  const to = Math.max(Math.ceil(high / step) * step, from + step)
  return { from, to, ticks: Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step) }
}
