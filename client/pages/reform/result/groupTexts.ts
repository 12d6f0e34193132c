import type { ReformEffects } from '../../../../shared/reform/effects.ts'
import type { Stream } from '../../../../shared/schema/common.ts'
import type { Words } from '../../../i18n/words.ts'

export type Grouping = keyof ReformEffects['groups']

/** Kinds of groups, in the order they are offered. */
export const groupings: readonly Grouping[] = [
  'age',
  'education',
  'firstLanguageLevel',
  'firstLanguage',
  'program',
  'residence',
  'occupation',
]

/** A group by itself: `30 to 34`, `Healthcare`. */
export function groupText(grouping: Grouping, group: string, { t }: Words): string {
  if (grouping === 'occupation') return group === 'other' ? t('reform.occupationOther') : t(`stream.${group as Stream}`)
  // The groups of a composition are those that have names.
  return t(`composition.value.${grouping}.${group}` as 'composition.value.residence.canada')
}

/** A group in a sentence: `people aged 30 to 34`. */
export function peopleText(grouping: Grouping, group: string, words: Words): string {
  const { t } = words
  if (grouping === 'residence') return t(`reform.groupName.residence.${group === 'canada' ? 'canada' : 'abroad'}`)
  if (grouping === 'occupation' && group === 'other') return t('reform.groupName.occupationOther')
  return t(`reform.groupName.${grouping}`, { value: groupText(grouping, group, words) })
}
