import Papa from 'papaparse'
import { tryParseDay, tryParseInstant } from '../lib/day.ts'
import { type Issue, issue, received, refuse } from '../lib/errors.ts'
import { type Band, type BandCounts, bands, type Stream, streams } from '../schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import { streamOfName } from './drawNames.ts'
import { compareNumbers } from './drawSet.ts'

/** Draws read from a table, and what in it could not be used. */
export interface DrawsTable {
  /** In the order of their numbers. */
  draws: PublishedDraw[]
  refused: Issue[]
}

type Row = { readonly [column: string]: string | undefined }

const requiredColumns = ['draw_number', 'draw_date', 'itas', 'crs_cutoff']
const columnOfBand = (band: Band): string => `p${band.replace('-', '_')}`
const UNCLOSED_QUOTE =
  'has a quote that is not closed where its field ends; rows up to the next quote are read as one field'
const isCount = (text: string): boolean => /^\d{1,7}$/.test(text)

/** The stream in the column `type`, or else what the published name means. */
function streamOf(row: Row): Stream | undefined {
  const type = (row.type ?? '').trim().toLowerCase().replaceAll('_', '-')
  return streams.find((stream) => stream === type) ?? streamOfName(row.draw_name ?? '')
}

/** The pool table of a row; null where none was published, an issue where its counts contradict one another. */
function poolOf(row: Row, path: string): PoolSnapshot | null | Issue {
  const asOf = (row.pool_as_of ?? '').trim()
  const texts = bands.map((band) => (row[columnOfBand(band)] ?? '').trim())
  if (asOf === '' || texts.every((text) => text === '')) return null
  const wrong = texts.findIndex((text) => !isCount(text))
  if (wrong >= 0) {
    const column = columnOfBand(bands[wrong])
    return issue(
      'EE_DRAWS_FILE',
      `${path}.${column}`,
      `received ${received(texts[wrong])}; expected a count; the pool table is left out`,
    )
  }
  if (tryParseDay(asOf) === undefined) {
    return issue(
      'EE_DRAWS_FILE',
      `${path}.pool_as_of`,
      `received ${received(asOf)}; expected a date; the pool table is left out`,
    )
  }
  const counts = texts.map(Number)
  const sum = counts.reduce((total, count) => total + count, 0)
  const total = (row.p_total ?? '').trim()
  if (total !== '' && Number(total) !== sum) {
    const message = `received ${received(total)}, but the bands add up to ${sum}; the pool table is left out`
    return issue('EE_DRAWS_FILE', `${path}.p_total`, message)
  }
  const entries = bands.map((band, index): [Band, number] => [band, counts[index]])
  return { asOf, total: sum, bands: Object.fromEntries(entries) as BandCounts }
}

const isIssue = (value: object | null): value is Issue => value !== null && 'code' in value

/** What is wrong with the fields a draw cannot do without. */
function fieldIssues(row: Row, path: string): Issue[] {
  const issues: Issue[] = []
  const expect = (column: string, holds: boolean, what: string): void => {
    if (!holds)
      issues.push(issue('EE_DRAWS_FILE', `${path}.${column}`, `received ${received(row[column])}; expected ${what}`))
  }
  expect('draw_number', /^\d+[a-z]?$/.test((row.draw_number ?? '').trim()), 'a number such as 388')
  expect('draw_date', tryParseDay((row.draw_date ?? '').trim()) !== undefined, 'a date such as 2025-12-17')
  expect('itas', isCount((row.itas ?? '').trim()), 'a whole number of invitations')
  expect(
    'crs_cutoff',
    isCount((row.crs_cutoff ?? '').trim()) && Number(row.crs_cutoff) <= 1200,
    'a score from 0 to 1200',
  )
  expect('type', streamOf(row) !== undefined, `one of ${streams.join(', ')}, or a draw_name that means one`)
  return issues
}

function drawOf(row: Row, stream: Stream, pool: PoolSnapshot | null): PublishedDraw {
  const date = (row.draw_date ?? '').trim()
  const instant = (row.draw_datetime_utc ?? '').trim()
  const tieBreak = (row.tie_break_utc ?? '').trim()
  const note = (row.notes ?? '').trim()
  return {
    number: (row.draw_number ?? '').trim(),
    date,
    instant: tryParseInstant(instant) === undefined ? `${date}T12:00:00Z` : instant,
    stream,
    name: (row.draw_name ?? '').trim() || stream,
    size: Number(row.itas),
    cutoff: Number(row.crs_cutoff),
    tieBreak: tryParseInstant(tieBreak) === undefined ? null : tieBreak,
    pool,
    ...(note === '' ? {} : { note }),
  }
}

/**
 * Reads a table of draws in the columns {@link toCsv} writes, in any order; only number, date, stream, size and cutoff must be
 * there. A row that cannot be read is left out and named in `refused`; so is a pool table that contradicts itself.
 *
 * @throws InputError EE_DRAWS_FILE when the text is no such table
 * @example readDrawsCsv(toCsv(publishedDraws)).draws.length // 389
 */
export function readDrawsCsv(text: string): DrawsTable {
  const { data, errors, meta } = Papa.parse<Row>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const missing = requiredColumns.filter((column) => !meta.fields?.includes(column))
  if (missing.length > 0) {
    throw refuse(
      'EE_DRAWS_FILE',
      '$',
      `expected a CSV table with the columns of draws.csv; missing: ${missing.join(', ')}`,
    )
  }
  // The parser counts the line of names as a row.
  const refused = errors.flatMap(({ type, row = 1 }): Issue[] =>
    type === 'Quotes' ? [issue('EE_DRAWS_FILE', `$[${row - 1}]`, UNCLOSED_QUOTE)] : [],
  )
  const draws: PublishedDraw[] = []
  const numbers = new Set<string>()
  for (const [index, row] of data.entries()) {
    const path = `$[${index}]`
    const issues = fieldIssues(row, path)
    const stream = streamOf(row)
    const number = (row.draw_number ?? '').trim()
    if (numbers.has(number)) {
      issues.push(issue('EE_DRAWS_FILE', `${path}.draw_number`, `received ${received(row.draw_number)} a second time`))
    }
    if (issues.length > 0 || !stream) {
      refused.push(...issues)
      continue
    }
    numbers.add(number)
    const pool = poolOf(row, path)
    if (isIssue(pool)) refused.push(pool)
    draws.push(drawOf(row, stream, isIssue(pool) ? null : pool))
  }
  return { draws: draws.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : compareNumbers(a, b))), refused }
}
