import type { RandomStream } from '../lib/random.ts'

/** A property some people have, and the share of them that is wanted in each region of scores. */
export interface Margin {
  /** 1 = the person has it. */
  isMember: Uint8Array
  /** Region of each person. */
  regionOf: Uint16Array
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

function scaleCells({ cellOf, quotas }: RakingTargets, weights: Float64Array): void {
  const sums = new Float64Array(quotas.length)
  for (let row = 0; row < weights.length; row++) sums[cellOf[row]] += weights[row]
  const factors = sums.map((sum, cell) => (sum > 0 ? quotas[cell] / sum : 0))
  for (let row = 0; row < weights.length; row++) weights[row] *= factors[cellOf[row]]
}

function scaleMembers({ isMember, regionOf, share }: Margin, weights: Float64Array): void {
  const sums = new Float64Array(2 * share.length)
  for (let row = 0; row < weights.length; row++) sums[2 * regionOf[row] + isMember[row]] += weights[row]
  const factors = new Float64Array(2 * share.length).fill(1)
  for (let region = 0; region < share.length; region++) {
    const [others, members] = [sums[2 * region], sums[2 * region + 1]]
    const wanted = share[region]
    if (Number.isNaN(wanted) || others === 0 || members === 0) continue
    factors[2 * region] = ((1 - wanted) * (others + members)) / others
    factors[2 * region + 1] = (wanted * (others + members)) / members
  }
  for (let row = 0; row < weights.length; row++) weights[row] *= factors[2 * regionOf[row] + isMember[row]]
}

/** Scales `weights` in place; afterwards every cell with any weight adds up to its quota. */
export function rake(targets: RakingTargets, weights: Float64Array): void {
  const rounds = targets.margins.length === 0 ? 0 : ROUNDS
  for (let round = 0; round < rounds; round++) {
    scaleCells(targets, weights)
    for (const margin of targets.margins) scaleMembers(margin, weights)
  }
  scaleCells(targets, weights)
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
