import type { TFunction } from 'i18next'
import type { Composition } from '../../shared/schema/draw.ts'

export const compositionGroups = [
  'program',
  'residence',
  'firstLanguage',
  'age',
  'education',
  'firstLanguageLevel',
] as const
export type CompositionGroup = (typeof compositionGroups)[number]

export interface CompositionPart {
  key: string
  name: string
  people: number
}

/** Keys that are whole numbers come first in any JavaScript object; the levels are put back in their order. */
const byLevel = (a: CompositionPart, b: CompositionPart): number =>
  Number.parseInt(a.key, 10) - Number.parseInt(b.key, 10)

/** The parts of one group in the order in which the schema lists them. */
export function partsOf(composition: Composition, group: CompositionGroup, t: TFunction): CompositionPart[] {
  const names: Record<string, string> = t(`composition.value.${group}`, { returnObjects: true })
  const counts: Record<string, number> = composition[group]
  const parts = Object.entries(counts).map(([key, people]) => ({ key, name: names[key] ?? key, people }))
  return group === 'firstLanguageLevel' ? parts.sort(byLevel) : parts
}

/** The largest group of a part of a composition. */
export function largestGroup<Key extends string>(counts: Record<Key, number>): Key {
  const keys = Object.keys(counts) as Key[]
  return keys.reduce((best, key) => (counts[key] > counts[best] ? key : best))
}
