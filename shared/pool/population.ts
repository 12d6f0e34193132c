import type { CompiledRuleset } from '../crs/compile.ts'
import { streamBit } from '../eligibility/streamBits.ts'
import { type Day, parseDay, SECONDS_PER_DAY, weekday } from '../lib/day.ts'
import { type RandomStream, randomStream } from '../lib/random.ts'
import { indexAbove, runningSums } from '../lib/weightedChoice.ts'
import { type BandCounts, bands } from '../schema/common.ts'
import type { PoolSnapshot } from '../schema/draw.ts'
import { type PopulationAssumptions, populationAssumptions } from './assumptions.ts'
import { bankSize, type PersonBank, personBank } from './bank.ts'
import { rake, systematicSample } from './calibrate.ts'
import { copyPerson, type Pool, poolColumns } from './columns.ts'
import type { PoolEstimate } from './estimate.ts'
import { rakingTargets, wholeCells, wholeQuotas } from './targets.ts'

export interface SyntheticPool {
  pool: Pool
  /** Persons in the pool. */
  count: number
  bank: PersonBank
}

export interface PopulationRequest {
  /** Published pool table the persons must reproduce band by band. */
  snapshot: PoolSnapshot
  rules: CompiledRuleset
  seed: string
  /** Who the draws and tables before imply is in the pool. */
  estimate: PoolEstimate
  /** Persons in all; default the published total. The bands are scaled to it. */
  size?: number
  assumptions?: PopulationAssumptions
}

/** The published bands scaled to another total, in whole persons. */
export function scaledBands({ bands: published, total }: PoolSnapshot, size: number): BandCounts {
  const quotas = Float64Array.from(bands, (band) => (total === 0 ? 0 : (published[band] * size) / total))
  const whole = wholeQuotas(quotas, total === 0 ? 0 : size)
  return Object.fromEntries(bands.map((band, index) => [band, whole[index]])) as BandCounts
}

/** Relative density of days since submission, from points in between which it is linear. */
function densityByDay(points: { [day: string]: number }): Float64Array {
  const days = Object.keys(points).map(Number)
  const last = days[days.length - 1]
  return Float64Array.from({ length: last + 1 }, (_, day) => {
    const right = Math.max(
      1,
      days.findIndex((one) => one >= day),
    )
    const [from, to] = [days[right - 1], days[right]]
    const along = (day - from) / (to - from)
    return points[String(from)] * (1 - along) + points[String(to)] * along
  })
}

/** Draws how many days ago somebody submitted, weekdays as they are among arrivals. */
function submissionAge(assumptions: PopulationAssumptions, asOf: Day) {
  const { weekdayWeights } = assumptions.arrivals
  const density = densityByDay(assumptions.timeInPool.densityByDay)
  const sums = runningSums(density.map((value, daysAgo) => value * weekdayWeights[weekday(asOf - daysAgo)]))
  return (random: RandomStream, atMostDays: number): number => {
    const newest = Math.min(sums.length - 1, Math.max(0, atMostDays))
    return indexAbove(sums, random.next() * sums[newest])
  }
}

/** Most days somebody of the bank can have been in the pool without having been invited; Infinity = any. */
function longestWait(bank: PersonBank, asOf: Day, { lastDraws }: PoolEstimate): Float64Array {
  const longest = new Float64Array(bank.size).fill(Number.POSITIVE_INFINITY)
  for (const { stream, day, cutoff } of lastDraws) {
    const bit = streamBit(stream)
    for (let row = 0; row < bank.size; row++) {
      if ((bank.streams[row] & bit) !== 0 && bank.score[row] > cutoff) {
        longest[row] = Math.min(longest[row], Math.max(0, asOf - day))
      }
    }
  }
  return longest
}

/** Persons of the bank chosen for the pool, with the instant each submitted. */
interface Chosen {
  bankRow: Int32Array
  submittedAt: Uint32Array
}

/** More persons than a pool may hold, as a power of two: a place in the list fits below the instant in a sort key. */
const PLACES = 2 ** 21

/** The chosen as a pool, in order of submission. */
function poolOf({ bankRow, submittedAt }: Chosen, bank: PersonBank): Pool {
  const pool = poolColumns(bankRow.length)
  const order = Float64Array.from(submittedAt, (instant, place) => instant * PLACES + place).sort()
  for (let row = 0; row < order.length; row++) {
    const place = order[row] % PLACES
    const from = bankRow[place]
    copyPerson(bank.people, from, pool, row)
    pool.submittedAt[row] = submittedAt[place]
    pool.score[row] = bank.score[from]
    pool.streams[row] = bank.streams[from]
  }
  return pool
}

/**
 * A synthetic pool: whole persons, drawn from a bank of random people so that every published band comes out exactly and base
 * groups and categories stand where draws and tables imply, and nobody above the last cutoff of a stream submitted before it.
 * Rows are in order of submission. Same request, same bytes.
 */
export function synthesizePool(request: PopulationRequest): SyntheticPool {
  const { snapshot, rules, seed, estimate, assumptions = populationAssumptions } = request
  const size = request.size ?? snapshot.total
  const asOf = parseDay(snapshot.asOf)
  const bank = personBank(assumptions, rules, asOf, seed, bankSize(size))
  const counts = scaledBands(snapshot, size)
  const targets = rakingTargets(bank, estimate, 'stock', counts, assumptions.nomineeShare.of601AndMore)
  const longest = longestWait(bank, asOf, estimate)
  const weights = new Float64Array(bank.size).fill(1)
  rake(targets, weights)

  const chosen: Chosen = { bankRow: new Int32Array(size), submittedAt: new Uint32Array(size) }
  const random = randomStream(seed, 'population/pool')
  const daysAgo = submissionAge(assumptions, asOf)
  let count = 0
  const take = (from: number): void => {
    const submissionDay = asOf - daysAgo(random, longest[from])
    chosen.bankRow[count] = from
    chosen.submittedAt[count] = submissionDay * SECONDS_PER_DAY + random.integer(SECONDS_PER_DAY)
    count += 1
  }
  sampleCells(targets.cellOf, wholeCells(targets, counts), weights, random, take)
  return { pool: poolOf(chosen, bank), count, bank }
}

/** Draws so many people of every cell. */
function sampleCells(
  cellOf: Uint16Array,
  whole: Int32Array,
  weights: Float64Array,
  random: RandomStream,
  take: (row: number) => void,
): void {
  const starts = new Int32Array(whole.length + 1)
  for (const cell of cellOf) starts[cell + 1] += 1
  for (let cell = 0; cell < whole.length; cell++) starts[cell + 1] += starts[cell]
  const rows = new Int32Array(cellOf.length)
  const next = starts.slice(0, whole.length)
  for (let row = 0; row < cellOf.length; row++) rows[next[cellOf[row]]++] = row
  for (const [cell, wanted] of whole.entries()) {
    const members = rows.subarray(starts[cell], starts[cell + 1])
    if (wanted > 0 && members.length > 0) systematicSample(members, weights, wanted, random, take)
  }
}
