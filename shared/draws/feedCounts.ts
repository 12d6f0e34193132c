import { received } from '../lib/errors.ts'
import type { EntryReport } from './feedReport.ts'

const grouped = /^\d{1,3}(?:[,\s]\d{3})+$|^\d{1,9}$/

/** A count of the feed, `"6,000"` or 6000, within limits; refused and undefined otherwise. */
export function readCount(
  entry: Record<string, unknown>,
  field: string,
  report: EntryReport,
  limits: { minimum: number; maximum: number } = { minimum: 0, maximum: 10_000_000 },
): number | undefined {
  const value = entry[field]
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  const count = grouped.test(text) ? Number(text.replaceAll(/[,\s]/g, '')) : Number.NaN
  if (count >= limits.minimum && count <= limits.maximum) return count
  const range = `a whole number from ${limits.minimum} to ${limits.maximum}`
  return report.refuse(field, `received ${received(value)}; expected ${range}, such as "6,000"`)
}
