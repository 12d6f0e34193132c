import { trait } from '../crs/columns.ts'
import { streamBit } from '../eligibility/streamBits.ts'
import { type BandCounts, bandFloors, bands, type Stream, streams } from '../schema/common.ts'
import type { PoolSnapshot } from '../schema/draw.ts'
import { educationLevels } from '../schema/profile.ts'
import { type PopulationAssumptions, populationAssumptions } from './assumptions.ts'
import { bandCounts, bandOfScore } from './bands.ts'
import { fact, type Pool } from './columns.ts'
import type { PoolEstimate } from './estimate.ts'

/** How a synthetic pool compares with what was published, and who its people are assumed to be. */
export interface FitReport {
  asOf: string
  size: number
  bands: { band: string; published: number; synthetic: number }[]
  exact: boolean
  /** Mean of (score - 501) inside 501-600, in points: the scale of an exponential; of the people, and as inferred. */
  topBandScalePoints: number
  inferredTopBandScalePoints: number
  streams: { [stream in Stream]: number }
  shares: { [fact: string]: number }
  education: { [level: string]: number }
  archetypes: { [archetype: string]: number }
}

function synthesizedBands(pool: Pool, count: number): BandCounts {
  const counts = new Float64Array(bands.length)
  for (let row = 0; row < count; row++) counts[bandOfScore[pool.score[row]]] += 1
  return bandCounts(counts)
}

const topBand = bands.indexOf('501-600')

function meanAboveTopFloor(pool: Pool, count: number): number {
  let sum = 0
  let people = 0
  for (let row = 0; row < count; row++) {
    const score = pool.score[row]
    if (bandOfScore[score] !== topBand) continue
    sum += score - bandFloors[topBand]
    people += 1
  }
  return people === 0 ? 0 : sum / people
}

/** The same of an estimate; people of a cell stand in its middle. */
function inferredMeanAboveTopFloor({ cellFloors, groups }: PoolEstimate): number {
  let sum = 0
  let people = 0
  for (const [cell, floor] of cellFloors.entries()) {
    if (bandOfScore[floor] !== topBand) continue
    const persons = groups.reduce((all, { stock }) => all + stock[cell], 0)
    const next = cellFloors[cell + 1] ?? bandFloors[topBand - 1]
    sum += persons * ((floor + next - 1) / 2 - bandFloors[topBand])
    people += persons
  }
  return people === 0 ? 0 : sum / people
}

function countWhere(count: number, holds: (row: number) => boolean): number {
  let people = 0
  for (let row = 0; row < count; row++) if (holds(row)) people += 1
  return people
}

/** Share of rows for which something holds, to four decimals. */
const share = (count: number, holds: (row: number) => boolean): number =>
  count === 0 ? 0 : Math.round((10_000 * countWhere(count, holds)) / count) / 10_000

/** Published beside synthetic, and the composition that no one publishes. */
export function fitReport(
  pool: Pool,
  count: number,
  { asOf, bands: published }: PoolSnapshot,
  estimate: PoolEstimate,
  assumptions: PopulationAssumptions = populationAssumptions,
): FitReport {
  const synthetic = synthesizedBands(pool, count)
  return {
    asOf,
    size: count,
    bands: bands.map((band) => ({ band, published: published[band], synthetic: synthetic[band] })),
    exact: bands.every((band) => published[band] === synthetic[band]),
    topBandScalePoints: Math.round(100 * meanAboveTopFloor(pool, count)) / 100,
    inferredTopBandScalePoints: Math.round(100 * inferredMeanAboveTopFloor(estimate)) / 100,
    streams: Object.fromEntries(
      streams.map((stream) => [stream, countWhere(count, (row) => (pool.streams[row] & streamBit(stream)) !== 0)]),
    ) as { [stream in Stream]: number },
    shares: {
      inCanada: share(count, (row) => (pool.facts[row] & fact.inCanada) !== 0),
      scoredWithSpouse: share(count, (row) => (pool.traits[row] & trait.scoredWithSpouse) !== 0),
      frenchFirst: share(count, (row) => (pool.traits[row] & trait.frenchIsFirst) !== 0),
      frenchCategory: share(count, (row) => (pool.streams[row] & streamBit('french')) !== 0),
      sibling: share(count, (row) => (pool.traits[row] & trait.sibling) !== 0),
      canadianStudy: share(count, (row) => ((pool.traits[row] >> trait.canadianStudyShift) & 3) !== 0),
      canadianWork: share(count, (row) => pool.canadianWorkYears[row] > 0),
      nominated: share(count, (row) => (pool.traits[row] & trait.provincialNomination) !== 0),
    },
    education: Object.fromEntries(
      educationLevels.map((level, index) => [level, share(count, (row) => pool.education[row] === index)]),
    ),
    archetypes: Object.fromEntries(
      assumptions.archetypes.map(({ name }, index) => [name, share(count, (row) => pool.archetype[row] === index)]),
    ),
  }
}
