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
  /** As exact as it is given: 0.0002, 1,250.5 */
  decimal(value: number): string
  /** People counted to about half a per cent, so with three figures: 239,000; a mean below ten with a decimal: 0.3 */
  count(value: number): string
  /** A mean always with one decimal, for columns of figures: 7.0 */
  tenths(value: number): string
  /** A difference with its sign: +3, -12, 0 */
  signed(value: number): string
  /** A difference always with one decimal, for columns of figures: +3.0 */
  signedTenths(value: number): string
  /** A mean squared error of chances, to three decimals: 0.043 */
  brier(value: number): string
  /** A length of time in words, rounded as one would say it: 2 min, 40 sec. */
  duration(milliseconds: number): string
  /** A share from 0 to 1 in whole per cent; never 0 % or 100 % for what is not quite. */
  percent(share: number): string
  /** A small share to a tenth of a per cent: 0.4% */
  finePercent(share: number): string
}

/** A civil date has no time zone: it is read and written at midnight UTC. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** French writes the first of a month as an ordinal: 1er juin, not 1 juin. */
const withOrdinal = (language: Language, text: string): string =>
  language === 'fr' ? text.replace(/^1(?=\s)/, '1er') : text

const SECONDS_PER_MINUTE = 60
const SECONDS_PER_HOUR = 3600

/** Seconds up to a minute and a half, minutes up to an hour and a half, then hours. */
function durationOf(locale: string): (milliseconds: number) => string {
  const units = (['second', 'minute', 'hour'] as const).map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
  )
  return (milliseconds) => {
    const seconds = milliseconds / 1000
    if (seconds < 1.5 * SECONDS_PER_MINUTE) return units[0].format(Math.ceil(seconds))
    if (seconds < 1.5 * SECONDS_PER_HOUR) return units[1].format(seconds / SECONDS_PER_MINUTE)
    return units[2].format(seconds / SECONDS_PER_HOUR)
  }
}

export function formatsOf(language: Language): Formats {
  const locale = localeOf[language]
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const long = dates({ dateStyle: 'long' })
  const short = dates({ year: 'numeric', month: 'short', day: 'numeric' })
  const month = dates({ year: 'numeric', month: 'short' })
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimal = new Intl.NumberFormat(locale, { maximumSignificantDigits: 12 })
  const count = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 3,
    maximumFractionDigits: 1,
    roundingPriority: 'lessPrecision',
  })
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const signedTenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const brier = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const finePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return {
    date: (day) => withOrdinal(language, long.format(midnight(day))),
    shortDate: (day) => withOrdinal(language, short.format(midnight(day))),
    month: (day) => month.format(midnight(day)),
    instant: (text) => text.slice(0, 19).replace('T', ' '),
    integer: (value) => integer.format(value),
    decimal: (value) => decimal.format(value),
    count: (value) => count.format(value),
    tenths: (value) => tenths.format(value),
    signed: (value) => signed.format(value),
    signedTenths: (value) => signedTenths.format(value),
    brier: (value) => brier.format(value),
    duration: durationOf(locale),
    finePercent: (share) => finePercent.format(share),
    percent: (share) => percent.format(share > 0 && share < 0.01 ? 0.01 : share < 1 && share > 0.99 ? 0.99 : share),
  }
}

/** 511–527; one text when both ends read the same. */
export function rangeText(write: (value: number) => string, low: number, high: number): string {
  const [from, to] = [write(low), write(high)]
  return from === to ? from : `${from}–${to}`
}
