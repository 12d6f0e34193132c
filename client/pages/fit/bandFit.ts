import type { FitRecord } from '../../../shared/schema/fit.ts'
import type { Words } from '../../i18n/words.ts'

type BandFit = FitRecord['bands'][number]

/** Synthetic less published, in people. */
export const differenceOf = ({ published, synthetic }: BandFit): number => synthetic - published

/** `501-600` as a range is written. */
export const bandText = (band: BandFit['band']): string => band.replace('-', '–')

/** @example "Every published band is met exactly: 237,302 people as of December 14, 2025" */
export function bandsFinding({ bands, persons, asOf }: FitRecord, { t, format }: Words): string {
  const [furthest] = bands.toSorted((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)))
  if (!furthest || differenceOf(furthest) === 0) {
    return t('fit.bands.exact', { persons: format.integer(persons), date: format.date(asOf) })
  }
  return t('fit.bands.missed', {
    count: bands.length,
    exact: format.integer(bands.filter((band) => differenceOf(band) === 0).length),
    band: bandText(furthest.band),
    people: t('fit.bands.people', { count: Math.abs(differenceOf(furthest)) }),
  })
}
