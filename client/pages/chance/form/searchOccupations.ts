import { type UnitGroup, unitGroups } from '../../../../shared/profile/noc.ts'
import type { Language } from '../../../i18n/language.ts'

const MOST_SHOWN = 12

/** Lower case without accents: « Ingénieur » is found by « ingenieur ». */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/**
 * Unit groups whose code begins with the query, or whose title in either language has every word of it; those of the
 * language of the page first.
 */
export function searchOccupations(query: string, language: Language): UnitGroup[] {
  const words = plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const other = language === 'en' ? 'fr' : 'en'
  const has = (title: string) => words.every((word) => plain(title).includes(word))
  const byCode = unitGroups.filter(({ code }) => words.length === 1 && code.startsWith(words[0]))
  const own = unitGroups.filter(({ title }) => has(title[language]))
  const translated = unitGroups.filter(({ title }) => has(title[other]))
  return [...new Set([...byCode, ...own, ...translated])].slice(0, MOST_SHOWN)
}
