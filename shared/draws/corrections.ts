import type { FeedEntry } from './feedEntry.ts'
import type { EntryReport } from './feedReport.ts'
import file from './history/corrections.json'

/** One wrong value of the feed, what it should be and who says so. */
export interface Correction {
  draw: string
  date: string
  field: string
  feedShows: string
  correct: string
  why: string
  source: string
  confidence: string
  retrieved: string
}

export const corrections: readonly Correction[] = file.corrections

/** The entry with the values replaced that history/corrections.json knows to be wrong, each reported as a repair. */
export function withCorrections(entry: FeedEntry, report: EntryReport): FeedEntry {
  const known = corrections.filter(
    ({ draw, date, field, feedShows }) => draw === report.draw && entry.drawDate === date && entry[field] === feedShows,
  )
  for (const { field, feedShows, correct, why, source } of known) {
    report.repaired(field, feedShows, correct, `${why} (${source})`)
  }
  return { ...entry, ...Object.fromEntries(known.map(({ field, correct }) => [field, correct])) }
}
