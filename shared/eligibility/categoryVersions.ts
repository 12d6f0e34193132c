import { type Day, formatDay } from '../lib/day.ts'
import type { Bilingual, Stream } from '../schema/common.ts'
import type { EducationLevel } from '../schema/profile.ts'
import agriculture from './categories/agriculture.json'
import education from './categories/education.json'
import french from './categories/french.json'
import healthcare from './categories/healthcare.json'
import military from './categories/military.json'
import physicians from './categories/physicians.json'
import researchers from './categories/researchers.json'
import seniorManagers from './categories/senior-managers.json'
import stem from './categories/stem.json'
import trades from './categories/trades.json'
import transport from './categories/transport.json'

export type CategoryStream = Exclude<Stream, 'general' | 'cec' | 'fsw' | 'fst' | 'pnp'>

/** What a category asks for; occupations are the codes in `nocs` of its version. */
export type CategoryCriteria =
  | { readonly kind: 'language'; readonly language: 'en' | 'fr'; readonly minimumLevel: number }
  | {
      readonly kind: 'occupation'
      readonly minimumMonths: number
      /** Without a break; otherwise the months of one occupation add up. */
      readonly continuous: boolean
      readonly windowYears: number
      readonly location: 'any' | 'canada'
    }
  | {
      readonly kind: 'military'
      readonly minimumServiceYears: number
      readonly forcesOffer: boolean
      readonly minimumEducation: EducationLevel
    }

/** A category as defined between two days. */
export interface CategoryVersion {
  readonly version: string
  /** First and last day; null = not ended. */
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly confidence: string
  readonly note?: string
  /** What IRCC calls its draws. */
  readonly drawNames: readonly string[]
  readonly criteria: CategoryCriteria
  readonly nocs: readonly string[]
}

export interface Category {
  readonly stream: CategoryStream
  readonly name: Bilingual
  readonly sources: readonly { readonly reference: string; readonly title: string }[]
  readonly retrieved: string
  /** Oldest first. */
  readonly versions: readonly CategoryVersion[]
}

/** Every category there has been, in the order of `streams`. */
export const categories = [
  french,
  healthcare,
  stem,
  trades,
  transport,
  agriculture,
  education,
  physicians,
  seniorManagers,
  researchers,
  military,
] as readonly Category[]

/**
 * The definition of a category on a day; undefined while it is not in force.
 *
 * @example
 * categoryVersionOn('transport', parseDay('2025-06-01')) // undefined: withdrawn on 2025-02-27
 */
export function categoryVersionOn(stream: CategoryStream, onDay: Day): CategoryVersion | undefined {
  const date = formatDay(onDay)
  return categories
    .find((category) => category.stream === stream)
    ?.versions.find(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo),
    )
}
