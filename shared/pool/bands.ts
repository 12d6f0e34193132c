import { SCORES } from '../crs/ruleMeaning.ts'
import { type Band, type BandCounts, bandFloors, bands } from '../schema/common.ts'

/** Band number (index into `bands`) by score. */
export const bandOfScore: Uint8Array = Uint8Array.from({ length: SCORES }, (_, score) =>
  bandFloors.findIndex((floor) => score >= floor),
)

/** The published bands in seven groups, as they are told apart in composition and charts. */
export const bandGroups = ['601-1200', '501-600', '451-500', '401-450', '351-400', '301-350', '0-300'] as const
export type BandGroup = (typeof bandGroups)[number]

const groupFloors = bandGroups.map((group) => Number(group.split('-')[0]))

/** Index into {@link bandGroups} by band number. */
export const groupOfBand: readonly number[] = bandFloors.map((floor) => groupFloors.findIndex((low) => floor >= low))

export function bandCounts(countsByBand: ArrayLike<number>): BandCounts {
  return Object.fromEntries(bands.map((band, index): [Band, number] => [band, countsByBand[index]])) as BandCounts
}

/** Band counts of a histogram with one entry a score. */
export function bandsOfHistogram(countsByScore: ArrayLike<number>): BandCounts {
  const counts = new Float64Array(bands.length)
  for (let score = 0; score < countsByScore.length; score++) counts[bandOfScore[score]] += countsByScore[score]
  return bandCounts(counts)
}
