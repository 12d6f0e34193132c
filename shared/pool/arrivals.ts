import { trait } from '../crs/columns.ts'
import { civilFromDay, type Day, weekday } from '../lib/day.ts'
import { type RandomStream, randomStream } from '../lib/random.ts'
import { type BandCounts, bands } from '../schema/common.ts'
import type { PopulationAssumptions } from './assumptions.ts'
import { bandGroups, bandOfScore, groupOfBand } from './bands.ts'
import type { PersonBank } from './bank.ts'
import { rake, systematicSample } from './calibrate.ts'
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

/**
 * Who may come: two lists in random order, in which a person stands as often as weights ask for. The people of a day stand
 * side by side from a random place on, which is a random sample, and quick to read.
 */
export interface Newcomers {
  /** Rows of the bank: first those who come with a nomination, then everybody else. */
  bankRows: Int32Array
  nominees: number
  /** Nominees and others a day, on average over a year. */
  nomineesPerDay: number
  othersPerDay: number
}

/** How the arrivals of a day spread over the published bands: each group's share as the bank itself spreads it. */
function arrivalBands(bank: PersonBank, { arrivals }: PopulationAssumptions): BandCounts {
  const inBand = new Float64Array(bands.length)
  const inGroup = new Float64Array(bandGroups.length)
  for (const score of bank.score) {
    inBand[bandOfScore[score]] += 1
    inGroup[groupOfBand[bandOfScore[score]]] += 1
  }
  const counts = bands.map((band, index): [string, number] => {
    const group = groupOfBand[index]
    const share = inGroup[group] === 0 ? 0 : inBand[index] / inGroup[group]
    return [band, arrivals.byBand[bandGroups[group]] * share]
  })
  return Object.fromEntries(counts) as BandCounts
}

/** Weights of the bank's people among arrivals: the assumed numbers enter each band, then archetypes are scaled. */
function arrivalWeights(bank: PersonBank, assumptions: PopulationAssumptions, settings: ArrivalSettings): Float64Array {
  const { topBandScale, memberShare, archetypes } = assumptions
  const weights = new Float64Array(bank.size).fill(1)
  const counts = arrivalBands(bank, assumptions)
  rake(rakingTargets(bank, counts, topBandScale.arrivalPoints, memberShare.arrivals), weights)
  const factors = archetypes.map(({ name }) => settings.archetypes[name] ?? 1)
  return weights.map((weight, row) => weight * factors[bank.people.archetype[row]])
}

/** Places in the lists: enough to keep the share of every score, as they are filled in order of score. */
const NOMINEE_PLACES = 4_096
const OTHER_PLACES = 61_440

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

/**
 * The people who may come, drawn from the bank so that the assumed numbers enter each band. Scaled archetypes change the mix
 * and the number: twice the graduates are so many more arrivals.
 */
export function newcomers(
  bank: PersonBank,
  assumptions: PopulationAssumptions,
  settings: ArrivalSettings,
  seed: string,
): Newcomers {
  const weights = arrivalWeights(bank, assumptions, settings)
  const unscaled = sum(arrivalWeights(bank, assumptions, { ...settings, archetypes: {} }))
  const isNominee = (row: number): boolean => (bank.people.traits[row] & trait.provincialNomination) !== 0
  const ofNominees = weights.map((weight, row) => (isNominee(row) ? weight : 0))
  const ofOthers = weights.map((weight, row) => (isNominee(row) ? 0 : weight))
  const random = randomStream(seed, 'population/newcomers')
  const nominees = places(bank, ofNominees, NOMINEE_PLACES, random)
  const others = places(bank, ofOthers, OTHER_PLACES, random)
  const perWeight = unscaled === 0 ? 0 : settings.perDay / unscaled
  return {
    bankRows: Int32Array.from([...nominees, ...others]),
    nominees: nominees.length,
    nomineesPerDay: perWeight * sum(ofNominees),
    othersPerDay: perWeight * sum(ofOthers),
  }
}

/** A weight relative to the mean of all of them; 0 when all are 0. */
export function relativeWeight(weights: readonly number[], index: number): number {
  const mean = weights.reduce((total, weight) => total + weight, 0) / weights.length
  return mean === 0 ? 0 : weights[index] / mean
}

/** Arrivals to expect on a day: weekdays and months as weighted. */
export function expectedArrivals(
  day: Day,
  { nomineesPerDay, othersPerDay }: Newcomers,
  { weekdayWeights, nomineeMonthWeights, monthWeights }: ArrivalSettings,
): { nominees: number; others: number } {
  const month = civilFromDay(day).month - 1
  const ofWeekday = relativeWeight(weekdayWeights, weekday(day))
  return {
    nominees: nomineesPerDay * ofWeekday * relativeWeight(nomineeMonthWeights, month),
    others: othersPerDay * ofWeekday * relativeWeight(monthWeights, month),
  }
}
