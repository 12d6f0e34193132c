import { type Language, localeOf } from './language.ts'

/** Numbers and civil dates as one language writes them. Dates come as `2025-12-17`, instants as UTC ISO. */
export interface Formats {
  /** December 17, 2025 · 17 décembre 2025 */
  date(day: string): string
  /** Dec 17, 2025 · 17 déc. 2025 */
  shortDate(day: string): string
  /** Dec 2025 · déc. 2025 */
  month(day: string): string
  /** 2025-08-24 23:43:02, the Canadian numeric form in both languages, always UTC. */
  instant(instant: string): string
  integer(value: number): string
  /** A share from 0 to 1 in whole per cent; never 0 % or 100 % for what is not quite. */
  percent(share: number): string
}

/** A civil date has no time zone: it is read and written at midnight UTC. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** French writes the first of a month as an ordinal: 1er juin, not 1 juin. */
const withOrdinal = (language: Language, text: string): string =>
  language === 'fr' ? text.replace(/^1(?=\s)/, '1er') : text

export function formatsOf(language: Language): Formats {
  const locale = localeOf[language]
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const long = dates({ dateStyle: 'long' })
  const short = dates({ year: 'numeric', month: 'short', day: 'numeric' })
  const month = dates({ year: 'numeric', month: 'short' })
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return {
    date: (day) => withOrdinal(language, long.format(midnight(day))),
    shortDate: (day) => withOrdinal(language, short.format(midnight(day))),
    month: (day) => month.format(midnight(day)),
    instant: (text) => text.slice(0, 19).replace('T', ' '),
    integer: (value) => integer.format(value),
    percent: (share) => percent.format(share > 0 && share < 0.01 ? 0.01 : share < 1 && share > 0.99 ? 0.99 : share),
  }
}
