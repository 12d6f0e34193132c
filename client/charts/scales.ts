import type { ValueAxis } from './valueAxis.ts'

/** Where a value stands on an axis: 0 at its start, 1 at its end. */
export type Scale = (value: number) => number

export const linearScale =
  ({ from, to }: Pick<ValueAxis, 'from' | 'to'>): Scale =>
  (value) =>
    (value - from) / (to - from)

/**
 * A logarithmic scale for counts that differ a thousandfold, from a power of ten to the largest value. Values below 1
 * stand at 1.
 *
 * @example
 * logAxis([30, 50_000])   // { ticks: [10, 100, 1000, 10000], scale }
 */
export function logAxis(values: readonly number[]): { ticks: number[]; scale: Scale } {
  const powers = values.map((value) => Math.log10(Math.max(1, value)))
  const from = Math.floor(Math.min(...powers))
  const to = Math.max(...powers, from + 1)
  return {
    ticks: Array.from({ length: Math.floor(to) - from + 1 }, (_, index) => 10 ** (from + index)),
    scale: (value) => (Math.log10(Math.max(1, value)) - from) / (to - from),
  }
}
