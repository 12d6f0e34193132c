import type { RandomStream } from '../lib/random.ts'

/** A property some people have, and the share of them that is wanted in each region of scores. */
export interface Margin {
  /** Place of each person: twice their region, and one more for whoever has the property. */
  placeOf: Uint16Array
  /** Wanted share by region; NaN = not asked for. */
  share: Float64Array
}

/**
 * Raking (iterative proportional fitting): weights of persons are scaled in turn until every cell adds up to its quota and
 * every margin has its shares. People stay whole; only how often each is drawn changes.
 */
export interface RakingTargets {
  /** Cell of each person. */
  cellOf: Uint16Array
  /** Persons wanted per cell. */
  quotas: Float64Array
  /** Published band (index into `bands`) of each cell. */
  bandOfCell: Uint8Array
  margins: readonly Margin[]
}

/** Rounds after which the margins change by less than a person in a thousand. */
const ROUNDS = 8

/** Persons by place, and by what each place's are to be scaled, given their weights in all. */
interface Scaling {
  placeOf: Uint16Array
  places: number
  factors(sums: Float64Array): Float64Array
}

const cellScaling = ({ cellOf, quotas }: RakingTargets): Scaling => ({
  placeOf: cellOf,
  places: quotas.length,
  factors: (sums) => sums.map((sum, cell) => (sum > 0 ? quotas[cell] / sum : 0)),
})

const marginScaling = ({ placeOf, share }: Margin): Scaling => ({
  placeOf,
  places: 2 * share.length,
  factors(sums) {
    const factors = new Float64Array(sums.length).fill(1)
    for (let region = 0; region < share.length; region++) {
      const [others, members] = [sums[2 * region], sums[2 * region + 1]]
      const wanted = share[region]
      if (Number.isNaN(wanted) || others === 0 || members === 0) continue
      factors[2 * region] = ((1 - wanted) * (others + members)) / others
      factors[2 * region + 1] = (wanted * (others + members)) / members
    }
    return factors
  },
})

/** Scales `weights` in place; afterwards every cell with any weight adds up to its quota. */
export function rake(targets: RakingTargets, weights: Float64Array): void {
  const cells = cellScaling(targets)
  const margins = targets.margins.map(marginScaling)
  const rounds = margins.length === 0 ? 0 : ROUNDS
  const scalings = [...Array.from({ length: rounds }, () => [cells, ...margins]).flat(), cells]
  // One pass scales by what the last one summed up and sums up for the next: half the way through memory.
  let before = cells.placeOf
  let factors: Float64Array = new Float64Array(cells.places).fill(1)
  for (const { placeOf, places, factors: factorsOf } of scalings) {
    const sums = new Float64Array(places)
    for (let row = 0; row < weights.length; row++) {
      const weight = weights[row] * factors[before[row]]
      weights[row] = weight
      sums[placeOf[row]] += weight
    }
    before = placeOf
    factors = factorsOf(sums)
  }
  for (let row = 0; row < weights.length; row++) weights[row] *= factors[before[row]]
}

/**
 * Whole persons from weights: exactly `count` rows of `rows`, each as often as its weight asks for up to one either way
 * (systematic sampling: one random start, equal steps along the running sum).
 */
export function systematicSample(
  rows: Int32Array,
  weights: Float64Array,
  count: number,
  random: RandomStream,
  take: (row: number) => void,
): void {
  let total = 0
  for (let index = 0; index < rows.length; index++) total += weights[rows[index]]
  const step = total / count
  let target = random.next() * step
  let running = 0
  let taken = 0
  for (let index = 0; index < rows.length && taken < count; index++) {
    running += weights[rows[index]]
    while (target < running && taken < count) {
      take(rows[index])
      taken += 1
      target += step
    }
  }
  for (; taken < count; taken++) take(rows[rows.length - 1])
}
