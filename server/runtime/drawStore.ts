import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { compareDrawSets, type DrawSetChanges, drawSetIssues } from '../../shared/draws/drawSet.ts'
import { parseFeed, type Repair } from '../../shared/draws/feed.ts'
import { drawsSource, publishedDraws } from '../../shared/draws/history.ts'
import { InputError, type Issue, refuse } from '../../shared/lib/errors.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { replaceFile } from './replaceFile.ts'

/** Where a set of draws comes from. */
export interface DrawSetSource {
  title: string
  url: string
  /** Date of retrieval, `2025-12-17`. */
  retrieved: string
}

export interface DrawSet {
  /** Oldest first. */
  draws: readonly PublishedDraw[]
  source: DrawSetSource
  /** False for the set that is bundled with the program. */
  isImported: boolean
}

/** What an import did, or, with anything refused, did not do. */
export interface ImportReport extends DrawSetChanges {
  /** Whether the stored set was replaced. */
  stored: boolean
  repairs: Repair[]
  refused: Issue[]
}

/** The shape of draws.json. */
interface StoredSet {
  schemaVersion: number
  source: DrawSetSource
  draws: PublishedDraw[]
}

const SCHEMA_VERSION = 1
const bundled: DrawSet = { draws: publishedDraws, source: drawsSource, isImported: false }

export const drawsFile = (dataDir: string): string => join(dataDir, 'draws.json')

const toStderr = (message: string): void => {
  process.stderr.write(`${message}\n`)
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function validated(stored: Partial<StoredSet> | null): DrawSet {
  const { schemaVersion, source, draws } = stored ?? {}
  if (schemaVersion !== SCHEMA_VERSION || !Array.isArray(draws) || draws.length === 0) {
    throw refuse('EE_SHAPE', '$', `expected a set of draws of version ${SCHEMA_VERSION}`)
  }
  const { title, url, retrieved } = source ?? {}
  if (typeof title !== 'string' || typeof url !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(retrieved ?? '')) {
    throw refuse('EE_SHAPE', '$.source', 'expected title, url and the date of retrieval')
  }
  const issues = drawSetIssues(draws)
  if (issues.length > 0) throw new InputError(issues)
  return { draws, source: { title, url, retrieved: retrieved ?? '' }, isImported: true }
}

/** Puts a damaged file out of the way under a name that is not taken: draws.json.damaged-1, -2 ... */
function keepAside(file: string): string {
  let count = 1
  while (existsSync(`${file}.damaged-${count}`)) count += 1
  const aside = `${file}.damaged-${count}`
  try {
    renameSync(file, aside)
    return `it was kept as ${aside}`
  } catch (error) {
    return `it could not be renamed: ${reason(error)}`
  }
}

/**
 * The draws the program works with: the imported set where there is a valid one, else the bundled one. A damaged file
 * is reported and kept aside; it stops nothing.
 */
export function currentDrawSet(dataDir: string, warn: (message: string) => void = toStderr): DrawSet {
  const file = drawsFile(dataDir)
  if (!existsSync(file)) return bundled
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    warn(`${file} cannot be read (${reason(error)}); using the bundled draws`)
    return bundled
  }
  try {
    return validated(JSON.parse(text))
  } catch (error) {
    const problem = reason(error).split('\n')[0]
    warn(`${file} is damaged (${problem}); ${keepAside(file)}; using the bundled draws`)
    return bundled
  }
}

/** The draws of {@link currentDrawSet}, oldest first. */
export const currentDraws = (dataDir: string): readonly PublishedDraw[] => currentDrawSet(dataDir).draws

/**
 * Replaces the stored set by what a feed holds: as a whole, and only when nothing of it was refused.
 *
 * @param feed an IRCC draws feed, parsed from JSON
 * @param source where it is from; stored with the draws
 * @throws InputError EE_FILE when the folder cannot be written to; the stored set is then what it was
 */
export function importFeed(dataDir: string, feed: unknown, source: DrawSetSource): ImportReport {
  const { draws, repairs, refused } = parseFeed(feed)
  const changes = compareDrawSets(currentDraws(dataDir), draws)
  if (refused.length > 0) return { stored: false, ...changes, repairs, refused }
  const stored: StoredSet = { schemaVersion: SCHEMA_VERSION, source, draws }
  const file = drawsFile(dataDir)
  try {
    replaceFile(file, `${JSON.stringify(stored)}\n`)
  } catch (error) {
    throw refuse('EE_FILE', '$', `${file} could not be written (${reason(error)}); the stored draws were kept`)
  }
  return { stored: true, ...changes, repairs, refused }
}
