import { trait } from '../crs/columns.ts'
import { SCORES } from '../crs/ruleMeaning.ts'
import { streamBit } from '../eligibility/streamBits.ts'
import { type BandCounts, bandFloors, bands } from '../schema/common.ts'
import { bandOfScore } from './bands.ts'
import type { PersonBank } from './bank.ts'
import { baseGroupOf, baseGroups } from './baseGroups.ts'
import type { Margin, RakingTargets } from './calibrate.ts'
import type { EstimatedPersons, PoolEstimate } from './estimate.ts'

/** Scores above are a nominee's, or those of offers that gave 200 points. */
const HIGHEST_CORE_SCORE = bandFloors[0] - 1
/** Shares of a category are asked for by so many points. */
const POINTS_PER_REGION = 10
/** A category is never asked to be nearly everybody: the bank has others, too. */
const MOST_OF_A_REGION = 0.95

/** Which of the estimate's figures people are fitted to. */
export type Figure = keyof EstimatedPersons

/** Cell of every score of an estimate. */
function cellByScore({ cellFloors }: PoolEstimate): Uint16Array {
  return Uint16Array.from({ length: SCORES }, (_, score) =>
    Math.max(
      0,
      cellFloors.findLastIndex((floor) => floor <= score),
    ),
  )
}

/**
 * Gives what is wanted of places nobody in the bank stands to places of the same band where somebody does: of the same group
 * and the nearest score, or else to everybody of the band.
 */
function onOccupied(wanted: Float64Array, places: readonly number[], occupied: Uint8Array, cells: number): void {
  const groupOf = (place: number): number => Math.floor(place / cells)
  const taken = places.filter((place) => occupied[place] === 1)
  for (const place of places) {
    if (occupied[place] === 1 || wanted[place] === 0 || taken.length === 0) continue
    const sameGroup = taken.filter((other) => groupOf(other) === groupOf(place))
    const nearest = sameGroup.toSorted((a, b) => Math.abs(a - place) - Math.abs(b - place))[0]
    if (nearest !== undefined) wanted[nearest] += wanted[place]
    else for (const other of taken) wanted[other] += wanted[place] / taken.length
    wanted[place] = 0
  }
}

/** The categories of an estimate as shares of the people of every ten points. */
function categoryMargins(
  bank: PersonBank,
  estimate: PoolEstimate,
  figure: Figure,
  cellOfPerson: Uint16Array,
): Margin[] {
  const regionOfCell = estimate.cellFloors.map((floor) => Math.floor((floor - 1) / POINTS_PER_REGION))
  const regions = Math.max(...regionOfCell) + 1
  const inRegion = (persons: readonly Float64Array[]): Float64Array => {
    const sums = new Float64Array(regions)
    for (const byCell of persons) for (const [cell, count] of byCell.entries()) sums[regionOfCell[cell]] += count
    return sums
  }
  const everybody = inRegion(estimate.groups.map((group) => group[figure]))
  // People above 600 belong to no region.
  const regionOf = cellOfPerson.map((cell, row) =>
    bank.score[row] > HIGHEST_CORE_SCORE ? regions : regionOfCell[cell],
  )
  return estimate.categories.map((category) => {
    const bit = streamBit(category.stream)
    const members = inRegion([category[figure]])
    const share = new Float64Array(regions + 1).fill(Number.NaN)
    for (let region = 0; region < regions; region++) {
      if (everybody[region] > 0) share[region] = Math.min(MOST_OF_A_REGION, members[region] / everybody[region])
    }
    const placeOf = regionOf.map((region, row) => 2 * region + ((bank.streams[row] & bit) === 0 ? 0 : 1))
    return { placeOf, share }
  })
}

/**
 * What people are drawn to agree with: so many of each base group in every cell of score, scaled to `counts` of each published
 * band; a share of nominees above 600; and of every category its share by ten points.
 *
 * @param counts persons (or relative weights) wanted per band
 * @param nomineeShare share of nominees among those above 600
 */
export function rakingTargets(
  bank: PersonBank,
  estimate: PoolEstimate,
  figure: Figure,
  counts: BandCounts,
  nomineeShare: number,
): RakingTargets {
  const cells = estimate.cellFloors.length
  const nominees = baseGroups.length * cells
  const others = nominees + 1
  const cellOfScore = cellByScore(estimate)
  const cellOf = new Uint16Array(bank.size)
  const cellOfPerson = bank.score.subarray(0, bank.size).map((score) => cellOfScore[score])
  const occupied = new Uint8Array(others + 1)
  for (let row = 0; row < bank.size; row++) {
    const isAbove = bank.score[row] > HIGHEST_CORE_SCORE
    const isNominee = (bank.people.traits[row] & trait.provincialNomination) !== 0
    cellOf[row] = isAbove ? (isNominee ? nominees : others) : baseGroupOf(bank.people, row) * cells + cellOfPerson[row]
    occupied[cellOf[row]] = 1
  }
  const quotas = new Float64Array(others + 1)
  const bandOfCell = new Uint8Array(others + 1)
  for (const [group, persons] of estimate.groups.entries()) quotas.set(persons[figure], group * cells)
  for (let place = 0; place < nominees; place++) bandOfCell[place] = bandOfScore[estimate.cellFloors[place % cells]]
  quotas[nominees] = nomineeShare
  quotas[others] = 1 - nomineeShare
  for (const [band, name] of bands.entries()) {
    const places = [...bandOfCell.keys()].filter((place) => bandOfCell[place] === band)
    onOccupied(quotas, places, occupied, cells)
    const assumed = places.reduce((sum, place) => sum + quotas[place], 0)
    const filled = places.filter((place) => occupied[place] === 1)
    for (const place of places) {
      if (assumed > 0) quotas[place] *= counts[name] / assumed
      else quotas[place] = occupied[place] === 1 ? counts[name] / filled.length : 0
    }
  }
  return { cellOf, quotas, bandOfCell, margins: categoryMargins(bank, estimate, figure, cellOfPerson) }
}

/** Whole numbers that add up to `total`: largest remainders get the odd persons. */
export function wholeQuotas(quotas: Float64Array, total: number): Int32Array {
  const whole = Int32Array.from(quotas, Math.floor)
  let missing = total - whole.reduce((sum, count) => sum + count, 0)
  const byRemainder = [...quotas.keys()].sort((a, b) => (quotas[b] % 1) - (quotas[a] % 1) || a - b)
  for (const index of byRemainder) {
    if (missing <= 0) break
    whole[index] += 1
    missing -= 1
  }
  return whole
}

/** Whole persons of every cell, so that the cells of each band add up to the band exactly. */
export function wholeCells({ quotas, bandOfCell }: RakingTargets, counts: BandCounts): Int32Array {
  const whole = new Int32Array(quotas.length)
  for (const [band, name] of bands.entries()) {
    const places = [...bandOfCell.keys()].filter((place) => bandOfCell[place] === band && quotas[place] > 0)
    const rounded = wholeQuotas(
      Float64Array.from(places, (place) => quotas[place]),
      counts[name],
    )
    for (const [index, place] of places.entries()) whole[place] = rounded[index]
  }
  return whole
}
