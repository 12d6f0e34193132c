import { trait } from '../crs/columns.ts'
import { civilFromDay, type Day, weekday } from '../lib/day.ts'
import { type RandomStream, randomStream } from '../lib/random.ts'
import { type Band, type BandCounts, bands } from '../schema/common.ts'
import type { PopulationAssumptions } from './assumptions.ts'
import { bandGroups, bandOfScore, groupOfBand } from './bands.ts'
import type { PersonBank } from './bank.ts'
import { type BaseGroup, baseGroupOf, baseGroups } from './baseGroups.ts'
import { rake, systematicSample } from './calibrate.ts'
import type { PoolEstimate } from './estimate.ts'
import { rakingTargets } from './targets.ts'

/** How many come, when, and who. */
export interface ArrivalSettings {
  /** New profiles of people who were not in the pool before, on average over a year. */
  perDay: number
  /** Relative weight of Sunday ... Saturday. */
  weekdayWeights: readonly number[]
  /** Relative weight of January ... December, of nominees and of everybody else. */
  nomineeMonthWeights: readonly number[]
  monthWeights: readonly number[]
  /** Multiplies the share of an archetype; 1 when absent. */
  archetypes: { readonly [name: string]: number }
}

/** A list of people who may come: those of a base group, or those who have a nomination already. */
export interface NewcomerSource {
  name: BaseGroup | 'nominees'
  /** Where the list begins, and how many places it has. */
  from: number
  places: number
  /** People a day, on average over a year. */
  perDay: number
  /** Standard deviation of the logarithm of that number: how well it is known. */
  deviation: number
}

/**
 * Who may come: lists in random order, in which a person stands as often as weights ask for. The people of a day stand side by
 * side from a random place on, which is a random sample, and quick to read.
 */
export interface Newcomers {
  /** Rows of the bank, list after list. */
  bankRows: Int32Array
  sources: readonly NewcomerSource[]
}

/** New people a day by published band: of those who come in, the share that is no growth or return of people known before. */
export function arrivalsByBand({ cellFloors, groups }: PoolEstimate, { arrivals }: PopulationAssumptions): BandCounts {
  const perDay = new Float64Array(bands.length)
  for (const { perDay: persons } of groups) {
    for (const [cell, count] of persons.entries()) perDay[bandOfScore[cellFloors[cell]]] += count
  }
  const counts = bands.map((band, index): [Band, number] => {
    const group = bandGroups[groupOfBand[index]]
    return [band, group === '601-1200' ? arrivals.nomineesPerDay : perDay[index] * arrivals.shareOfInflow[group]]
  })
  return Object.fromEntries(counts) as BandCounts
}

/** New people a day, of all bands. */
export const arrivalsPerDay = (estimate: PoolEstimate, assumptions: PopulationAssumptions): number =>
  Object.values(arrivalsByBand(estimate, assumptions)).reduce((sum, count) => sum + count, 0)

/** Weights of the bank's people among arrivals: the inferred numbers enter each cell, then archetypes are scaled. */
function arrivalWeights(bank: PersonBank, estimate: PoolEstimate, assumptions: PopulationAssumptions): Float64Array {
  const weights = new Float64Array(bank.size).fill(1)
  const counts = arrivalsByBand(estimate, assumptions)
  rake(rakingTargets(bank, estimate, 'perDay', counts, assumptions.nomineeShare.of601AndMore), weights)
  return weights
}

/** Factor of every archetype a scenario scales. */
function scaled(
  weights: Float64Array,
  bank: PersonBank,
  { archetypes }: PopulationAssumptions,
  settings: ArrivalSettings,
) {
  const factors = archetypes.map(({ name }) => settings.archetypes[name] ?? 1)
  return weights.map((weight, row) => weight * factors[bank.people.archetype[row]])
}

/** Most places of all lists together, and fewest of one: enough to keep the share of every score, as they are filled in its order. */
const MOST_PLACES = 65_536
const FEWEST_PLACES = 2048
/** Places for each arrival that is expected: a short run of few people need not write the lives of many. */
const PLACES_PER_ARRIVAL = 4

/** Puts a list into random order. */
function shuffle(list: number[], random: RandomStream): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random.integer(last + 1)
    const held = list[last]
    list[last] = list[other]
    list[other] = held
  }
}

/** A list in random order in which every row stands in proportion to its weight. */
function places(bank: PersonBank, weights: Float64Array, count: number, random: RandomStream): number[] {
  const list: number[] = []
  const rows = Int32Array.from(weights.keys())
    .filter((row) => weights[row] > 0)
    .sort((a, b) => bank.score[a] - bank.score[b] || a - b)
  if (rows.length > 0) systematicSample(rows, weights, count, random, (row) => list.push(row))
  shuffle(list, random)
  return list
}

const sum = (weights: Float64Array): number => weights.reduce((total, weight) => total + weight, 0)

/** The list of each person of the bank: a base group, or after them the nominees. */
const sourceOf = ({ people }: PersonBank, row: number): number =>
  people.traits[row] & trait.provincialNomination ? baseGroups.length : baseGroupOf(people, row)

/**
 * The people who may come, drawn from the bank so that the inferred numbers enter each band. Scaled archetypes change the mix
 * and the number: twice the graduates are so many more arrivals.
 *
 * @param days of the run
 */
export function newcomers(
  bank: PersonBank,
  estimate: PoolEstimate,
  assumptions: PopulationAssumptions,
  settings: ArrivalSettings,
  { seed, days }: { seed: string; days: number },
): Newcomers {
  const allPlaces = Math.min(MOST_PLACES, Math.ceil(PLACES_PER_ARRIVAL * settings.perDay * days))
  const assumed = arrivalWeights(bank, estimate, assumptions)
  const weights = scaled(assumed, bank, assumptions, settings)
  const [unscaled, all] = [sum(assumed), sum(weights)]
  const perWeight = unscaled === 0 ? 0 : settings.perDay / unscaled
  const listOf = Uint8Array.from(weights, (_, row) => sourceOf(bank, row))
  const random = randomStream(seed, 'population/newcomers')
  const bankRows: number[] = []
  const sources = [...baseGroups, 'nominees' as const].map((name, list): NewcomerSource => {
    const own = weights.map((weight, row) => (listOf[row] === list ? weight : 0))
    const ofList = sum(own)
    const wanted = all === 0 ? 0 : Math.max(FEWEST_PLACES, Math.round((allPlaces * ofList) / all))
    const rows = ofList === 0 ? [] : places(bank, own, wanted, random)
    const from = bankRows.length
    for (const row of rows) bankRows.push(row)
    const known = estimate.groups[list]?.inflowDeviation
    const { nominees, inflowChangeOfAYear } = assumptions.uncertainty
    const deviation = known === undefined ? nominees : Math.sqrt(known ** 2 + inflowChangeOfAYear ** 2)
    return { name, from, places: rows.length, perDay: perWeight * ofList, deviation }
  })
  return { bankRows: Int32Array.from(bankRows), sources }
}

/** A weight relative to the mean of all of them; 0 when all are 0. */
export function relativeWeight(weights: readonly number[], index: number): number {
  const mean = weights.reduce((total, weight) => total + weight, 0) / weights.length
  return mean === 0 ? 0 : weights[index] / mean
}

/** Arrivals of every source to expect on a day: weekdays and months as weighted. */
export function expectedArrivals(
  day: Day,
  { sources }: Newcomers,
  { weekdayWeights, nomineeMonthWeights, monthWeights }: ArrivalSettings,
): number[] {
  const month = civilFromDay(day).month - 1
  const ofWeekday = relativeWeight(weekdayWeights, weekday(day))
  const [ofNominees, ofOthers] = [nomineeMonthWeights, monthWeights].map((weights) => relativeWeight(weights, month))
  return sources.map(({ name, perDay }) => perDay * ofWeekday * (name === 'nominees' ? ofNominees : ofOthers))
}
