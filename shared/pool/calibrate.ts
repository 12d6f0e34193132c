import type { RandomStream } from '../lib/random.ts'

/**
 * Raking (iterative proportional fitting): weights of persons are scaled in turn until every cell adds up to its quota and
 * every group has its share of members. People stay whole; only how often each is drawn changes.
 */
export interface RakingTargets {
  /** Cell of each person. */
  cellOf: Uint16Array
  /** Persons wanted per cell. */
  quotas: Float64Array
  /** Group of each cell, for the shares below. */
  groupOfCell: Uint8Array
  /** Wanted share of members per group; NaN = not asked for. */
  memberShare: Float64Array
  /** 1 = the person is a member. */
  isMember: Uint8Array
}

/** Rounds after which the margins change by less than a person. */
const ROUNDS = 8

function scaleCells({ cellOf, quotas }: RakingTargets, weights: Float64Array): void {
  const sums = new Float64Array(quotas.length)
  for (let row = 0; row < weights.length; row++) sums[cellOf[row]] += weights[row]
  const factors = sums.map((sum, cell) => (sum > 0 ? quotas[cell] / sum : 0))
  for (let row = 0; row < weights.length; row++) weights[row] *= factors[cellOf[row]]
}

function scaleMembers({ cellOf, groupOfCell, memberShare, isMember }: RakingTargets, weights: Float64Array): void {
  const groups = memberShare.length
  const sums = new Float64Array(2 * groups)
  for (let row = 0; row < weights.length; row++) {
    sums[2 * groupOfCell[cellOf[row]] + isMember[row]] += weights[row]
  }
  const factors = new Float64Array(2 * groups).fill(1)
  for (let group = 0; group < groups; group++) {
    const [others, members] = [sums[2 * group], sums[2 * group + 1]]
    const share = memberShare[group]
    if (Number.isNaN(share) || others === 0 || members === 0) continue
    factors[2 * group] = ((1 - share) * (others + members)) / others
    factors[2 * group + 1] = (share * (others + members)) / members
  }
  for (let row = 0; row < weights.length; row++) weights[row] *= factors[2 * groupOfCell[cellOf[row]] + isMember[row]]
}

/** Scales `weights` in place; afterwards every cell with any weight adds up to its quota. */
export function rake(targets: RakingTargets, weights: Float64Array): void {
  for (let round = 0; round < ROUNDS; round++) {
    scaleCells(targets, weights)
    scaleMembers(targets, weights)
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
