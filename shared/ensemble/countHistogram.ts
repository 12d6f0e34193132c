import type { Quantiles } from '../schema/ensemble.ts'

/** Below this, every whole number has a bin of its own. */
const EXACT_BELOW = 256
/** Bins of each doubling above: a bin is at most 1/128 of its values wide. */
const BINS_PER_DOUBLING = 128

function binOf(value: number): number {
  if (value < EXACT_BELOW) return value
  const doublings = 31 - Math.clz32(value) - 8
  return EXACT_BELOW + doublings * BINS_PER_DOUBLING + ((value >>> (doublings + 1)) - BINS_PER_DOUBLING)
}

/** The middle of a bin, in whole numbers. */
function middleOf(bin: number): number {
  if (bin < EXACT_BELOW) return bin
  const doublings = Math.floor((bin - EXACT_BELOW) / BINS_PER_DOUBLING)
  const width = 2 ** (doublings + 1)
  return (((bin - EXACT_BELOW) % BINS_PER_DOUBLING) + BINS_PER_DOUBLING) * width + width / 2 - 1
}

/** Largest relative error of a quantile: half a bin. */
export const COUNT_RELATIVE_ERROR = 1 / (2 * BINS_PER_DOUBLING)

/** Place of the value that at least a share of `total` values do not exceed, counted from 1. */
const rankOf = (share: number, total: number): number => Math.max(1, Math.ceil(share * total - 1e-9))

/** The shares of {@link Quantiles}, ascending. */
const shares = [0.1, 0.25, 0.5, 0.75, 0.9]

/** Smallest index at which the running sum of `bins` reaches half of all; -1 when they are empty. */
export function medianBin(bins: ArrayLike<number>, total: number): number {
  const rank = rankOf(0.5, total)
  let running = 0
  for (let bin = 0; bin < bins.length; bin++) {
    running += bins[bin]
    if (running >= rank) return bin
  }
  return -1
}

/** The five quantiles of numbers counted in bins; null when nothing was counted. */
export function quantilesOf(
  bins: ArrayLike<number>,
  total: number,
  value: (bin: number) => number = (bin) => bin,
): Quantiles | null {
  if (total === 0) return null
  const values: number[] = []
  let running = 0
  for (let bin = 0; values.length < shares.length; bin++) {
    running += bins[bin]
    while (values.length < shares.length && running >= rankOf(shares[values.length], total)) values.push(value(bin))
  }
  const [p10, p25, p50, p75, p90] = values
  return { p10, p25, p50, p75, p90 }
}

/**
 * Counts of persons over many replications, in memory that does not grow with their number. Values below 256 are exact,
 * larger ones right within {@link COUNT_RELATIVE_ERROR}, and a value they all share is exact.
 */
export class CountHistogram {
  #bins = new Uint32Array(EXACT_BELOW)
  #total = 0
  #smallest = Number.POSITIVE_INFINITY
  #largest = 0

  /** @param value 0 ... 2^31 - 1 */
  add(value: number): void {
    const bin = binOf(value)
    if (bin >= this.#bins.length) {
      const larger = new Uint32Array(Math.ceil((bin + 1) / BINS_PER_DOUBLING) * BINS_PER_DOUBLING)
      larger.set(this.#bins)
      this.#bins = larger
    }
    this.#bins[bin] += 1
    this.#total += 1
    this.#smallest = Math.min(this.#smallest, value)
    this.#largest = Math.max(this.#largest, value)
  }

  /** Values added. */
  get total(): number {
    return this.#total
  }

  /** Its content, for {@link restore}. */
  save(): Float64Array {
    return Float64Array.from([this.#total, this.#smallest, this.#largest, ...this.#bins])
  }

  restore([total, smallest, largest, ...bins]: Float64Array): void {
    this.#total = total
    this.#smallest = smallest
    this.#largest = largest
    this.#bins = Uint32Array.from(bins)
  }

  quantiles(): Quantiles {
    const within = (bin: number): number => Math.min(this.#largest, Math.max(this.#smallest, middleOf(bin)))
    return quantilesOf(this.#bins, this.#total, within) ?? { p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 }
  }
}
