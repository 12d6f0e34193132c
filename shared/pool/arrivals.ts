import { trait } from '../crs/columns.ts'
import { civilFromDay, type Day, SECONDS_PER_DAY, weekday } from '../lib/day.ts'
import { naturalLog } from '../lib/portableMath.ts'
import type { RandomStream } from '../lib/random.ts'
import { indexAbove, runningSums } from '../lib/weightedChoice.ts'
import { type BandCounts, bands } from '../schema/common.ts'
import type { PopulationAssumptions } from './assumptions.ts'
import { bandGroups, bandOfScore, groupOfBand } from './bands.ts'
import type { PersonBank } from './bank.ts'
import { rake } from './calibrate.ts'
import { rakingTargets } from './targets.ts'

/** Takes a new profile: who (row of the bank) and when (seconds into the day). */
export type AdmitArrival = (bankRow: number, secondOfDay: number) => void

/** // Outside -> Pool. Hands over the profiles of one day, in order of submission. */
export type ArrivalsOfDay = (day: Day, random: RandomStream, admit: AdmitArrival) => void

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

/** Bank rows to draw from, with their weights. */
interface Source {
  sums: Float64Array
  total: number
}

/** The nominees of the bank, or everybody else: weights of the other rows are 0. */
function sourceOf(bank: PersonBank, weights: Float64Array, isNominee: boolean): Source {
  const kept = weights.map((weight, row) =>
    ((bank.people.traits[row] & trait.provincialNomination) !== 0) === isNominee ? weight : 0,
  )
  const sums = runningSums(kept)
  return { sums, total: sums[sums.length - 1] }
}

/** A weight relative to the mean of all of them; 0 when all are 0. */
function relative(weights: readonly number[], index: number): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return mean === 0 ? 0 : weights[index] / mean
}

/**
 * A Poisson process of new profiles: `perDay` on average over a year, weekdays and, for nominees, months as weighted, people
 * drawn from the bank so that the assumed numbers enter each band.
 *
 * @param perDay eligible profiles a day on average; 0 = nobody comes
 */
export function arrivalProcess(
  bank: PersonBank,
  assumptions: PopulationAssumptions,
  perDay: number,
  weekdayWeights: readonly number[],
): ArrivalsOfDay {
  const { topBandScale, memberShare } = assumptions
  const counts = arrivalBands(bank, assumptions)
  const weights = new Float64Array(bank.size).fill(1)
  rake(rakingTargets(bank, counts, topBandScale.arrivalPoints, memberShare.arrivals), weights)
  const nominees = sourceOf(bank, weights, true)
  const others = sourceOf(bank, weights, false)
  const perWeight = perDay / (nominees.total + others.total)

  return (day, random, admit) => {
    const weekdays = perWeight * relative(weekdayWeights, weekday(day))
    const months = relative(assumptions.arrivals.nomineeMonthWeights, civilFromDay(day).month - 1)
    const nomineeRate = weekdays * months * nominees.total
    const rate = nomineeRate + weekdays * others.total
    if (rate === 0) return
    const gap = (): number => -naturalLog(1 - random.next()) / rate
    for (let time = gap(); time < 1; time += gap()) {
      const { sums, total } = random.chance(nomineeRate / rate) ? nominees : others
      admit(indexAbove(sums, random.next() * total), Math.floor(time * SECONDS_PER_DAY))
    }
  }
}
