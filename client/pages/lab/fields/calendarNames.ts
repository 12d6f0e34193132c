import { type Language, localeOf } from '../../../i18n/language.ts'

const MONTHS = 12
/** Any year: only its months are named. */
const YEAR = 2026

/** January to December as the language writes them. */
export function monthNames(language: Language): string[] {
  const month = new Intl.DateTimeFormat(localeOf[language], { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: MONTHS }, (_one, index) => month.format(Date.UTC(YEAR, index, 1)))
}
