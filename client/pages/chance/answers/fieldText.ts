import { formatDay, tryParseDay, tryParseInstant } from '../../../../shared/lib/day.ts'

const spelledDate = /^(\d{4})(?:[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{2})(\d{2}))$/

/**
 * A civil date however its parts are set apart, year first, as ISO text; undefined when the calendar does not have it.
 *
 * @example
 * readDate('1996/5/21') // '1996-05-21'
 */
export function readDate(text: string): string | undefined {
  const match = spelledDate.exec(text.trim())
  if (!match) return undefined
  const [, year, month = match[4], dayOfMonth = match[5]] = match
  const day = tryParseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
  return day === undefined ? undefined : formatDay(day)
}

const datedTime = /^(\S+)[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?Z?$/

/** Midday in UTC is the same civil day all over Canada. */
const MIDDAY = 'T12:00:00Z'

/** A date, or a date and a time of day in UTC, as an instant. */
export function readInstant(text: string): string | undefined {
  const date = readDate(text)
  if (date !== undefined) return `${date}${MIDDAY}`
  const match = datedTime.exec(text.trim())
  const day = match ? readDate(match[1]) : undefined
  if (!match || day === undefined) return undefined
  const instant = `${day}T${match[2].padStart(2, '0')}:${match[3]}:${match[4] ?? '00'}Z`
  return tryParseInstant(instant) === undefined ? undefined : instant
}

/** An instant as the form shows it: midday is not worth a time. */
export const instantText = (instant: string): string =>
  instant.endsWith(MIDDAY) ? instant.slice(0, 10) : instant.slice(0, 19).replace('T', ' ')

/** A whole number without sign; undefined for anything else. */
export const readWhole = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined

/** A number with a decimal point or comma; undefined for anything else. */
export const readDecimal = (text: string): number | undefined =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined

/**
 * Dollars, thousands set apart or not, with a `$` on either side or none; undefined for anything else.
 *
 * @example
 * readDollars('23 360 $') // 23360
 */
export function readDollars(text: string): number | undefined {
  const figure = text.trim().replace(/^\$\s*|\s*\$$/g, '')
  if (!/^\d{1,9}$|^\d{1,3}([\s,.]\d{3}){1,2}$/.test(figure)) return undefined
  return Number(figure.replace(/\D/g, ''))
}
