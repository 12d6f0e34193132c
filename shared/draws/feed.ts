import { type Issue, issue, received } from '../lib/errors.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { withCorrections } from './corrections.ts'
import { compareNumbers, orderIssues } from './drawSet.ts'
import { type FeedEntry, readEntry } from './feedEntry.ts'
import { EntryReport, type Repair } from './feedReport.ts'
import { publishedDraws } from './history.ts'

export type { Repair } from './feedReport.ts'

/** What a feed holds. With anything `refused`, `draws` is only what could be read: it must not replace a stored set. */
export interface ParsedFeed {
  /** Oldest first, in the order of their numbers. */
  draws: PublishedDraw[]
  repairs: Repair[]
  refused: Issue[]
}

/** A draw and where in the feed it stands. */
interface PlacedDraw {
  draw: PublishedDraw
  path: string
}

const notes = new Map(publishedDraws.map((draw) => [`${draw.number} ${draw.date}`, draw.note]))

/** What is known about a single draw besides the feed goes with it, so that the bundled set and an imported one agree. */
function withNote(draw: PublishedDraw): PublishedDraw {
  const note = notes.get(`${draw.number} ${draw.date}`)
  return note === undefined ? draw : { ...draw, note }
}

const isEntry = (value: unknown): value is FeedEntry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "91a" -> "91a"; undefined unless it is digits with at most one letter. */
function drawNumberOf(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  return /^[1-9]\d{0,4}[a-z]?$/.test(text) ? text : undefined
}

const refuseAll = (path: string, message: string): ParsedFeed => ({
  draws: [],
  repairs: [],
  refused: [issue('EE_FEED', path, message)],
})

/**
 * Reads IRCC's feed of rounds (`ee_rounds_123_en.json`, parsed from JSON). Never throws: every value that had to be
 * mended by rule is in `repairs`, every one that could not be read in `refused`, with its draw and path.
 *
 * @example parseFeed(JSON.parse(text)).refused.length === 0
 */
export function parseFeed(json: unknown): ParsedFeed {
  const rounds = isEntry(json) ? json.rounds : undefined
  if (!Array.isArray(rounds)) return refuseAll('$.rounds', `received ${received(rounds)}; expected a list of draws`)
  if (rounds.length === 0) return refuseAll('$.rounds', 'received an empty list; expected at least one draw')
  const placed: PlacedDraw[] = []
  const reports = rounds.map((entry: unknown, index) => {
    const path = `$.rounds[${index}]`
    const number = isEntry(entry) ? drawNumberOf(entry.drawNumber) : undefined
    const report = new EntryReport(number ?? '?', path)
    if (!isEntry(entry)) report.refused.push(issue('EE_FEED', path, `received ${received(entry)}; expected an object`))
    else if (number === undefined) {
      report.refuse('drawNumber', `received ${received(entry.drawNumber)}; expected a number such as "388" or "91a"`)
    } else {
      const draw = readEntry(withCorrections(entry, report), report)
      if (draw) placed.push({ draw: withNote(draw), path })
    }
    return report
  })
  placed.sort((a, b) => compareNumbers(a.draw, b.draw))
  const draws = placed.map(({ draw }) => draw)
  return {
    draws,
    repairs: reports.flatMap((report) => report.repairs),
    refused: [...reports.flatMap((report) => report.refused), ...orderIssues(draws, (index) => placed[index].path)],
  }
}
