import { type Day, dayOfInstant, formatDay, formatInstant, type Instant } from '../lib/day.ts'
import { received } from '../lib/errors.ts'
import { bands } from '../schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import { streamOfName } from './drawNames.ts'
import { readCount } from './feedCounts.ts'
import { inLatestYear, onDay, type ReadTime, readFeedDate, readFeedInstant } from './feedDates.ts'
import { readPoolTable } from './feedPool.ts'
import type { EntryReport } from './feedReport.ts'

export type FeedEntry = Record<string, unknown>

/** A draw's own time may be this many days from its date: the rounds of some evenings are past midnight in UTC. */
const instantToleranceDays = 3
/** A pool table older than this, or of a day after the draw, has its year mistyped. */
const oldestTableDays = 60

const highestScore = Number(bands[0].split('-')[1])

const textOf = (entry: FeedEntry, field: string): string => {
  const value = entry[field]
  return typeof value === 'string' ? value : ''
}

const isNear = (instant: Instant, day: Day): boolean => Math.abs(dayOfInstant(instant) - day) <= instantToleranceDays

function noteDecisions(
  entry: FeedEntry,
  field: string,
  now: string,
  decisions: readonly string[],
  report: EntryReport,
) {
  if (decisions.length > 0) report.repaired(field, textOf(entry, field), now, decisions.join('; '))
}

/** The date, printed twice; where the two differ, the draw's own time decides. */
function readDrawDate(entry: FeedEntry, report: EntryReport): Day | undefined {
  const short = readFeedDate(textOf(entry, 'drawDate'))?.value
  const long = readFeedDate(textOf(entry, 'drawDateFull'))?.value
  if (short !== undefined && (long === undefined || long === short)) return short
  const [shown, full] = [received(entry.drawDate), received(entry.drawDateFull)]
  if (long === undefined) return report.refuse('drawDate', `received ${shown}; expected a date such as "2025-12-17"`)
  const choice = short === undefined ? long : dateNearTime(entry, short, long)
  if (choice === undefined) {
    return report.refuse('drawDate', `received ${shown}, but drawDateFull is ${full} and the time decides for neither`)
  }
  if (choice === long)
    report.repaired('drawDate', textOf(entry, 'drawDate'), formatDay(long), `drawDateFull is ${full}`)
  else report.repaired('drawDateFull', textOf(entry, 'drawDateFull'), formatDay(choice), `drawDate is ${shown}`)
  return choice
}

function dateNearTime(entry: FeedEntry, short: Day, long: Day): Day | undefined {
  const time = readFeedInstant(textOf(entry, 'drawDateTime'), Math.max(short, long))
  const near = [short, long].filter((day) => time !== undefined && isNear(time.value, day))
  return near.length === 1 ? near[0] : undefined
}

function readTime(entry: FeedEntry, field: string, notAfter: Day, report: EntryReport): ReadTime<Instant> | undefined {
  const time = readFeedInstant(textOf(entry, field), notAfter)
  const example = 'a time such as "December 17, 2025 at 12:26:48 UTC"'
  return time ?? report.refuse(field, `received ${received(entry[field])}; expected ${example}`)
}

/** The draw's time; of another day than the draw, it keeps only its hours. */
function readDrawInstant(entry: FeedEntry, date: Day, report: EntryReport): Instant | undefined {
  const time = readTime(entry, 'drawDateTime', date + instantToleranceDays, report)
  if (!time) return undefined
  const near = isNear(time.value, date)
  const value = near ? time.value : onDay(time.value, date)
  const moved = near ? [] : [`the draw was held on ${formatDay(date)}`]
  noteDecisions(entry, 'drawDateTime', formatInstant(value), [...time.decisions, ...moved], report)
  return value
}

function readTieBreak(entry: FeedEntry, drawn: Instant, report: EntryReport): Instant | null | undefined {
  if (String(entry.drawCutOff ?? '').trim() === '') return null
  const time = readTime(entry, 'drawCutOff', dayOfInstant(drawn), report)
  if (!time) return undefined
  if (time.value > drawn) {
    const [tie, draw] = [formatInstant(time.value), formatInstant(drawn)]
    return report.refuse('drawCutOff', `received the tie-break ${tie}; expected one not after the draw itself, ${draw}`)
  }
  noteDecisions(entry, 'drawCutOff', formatInstant(time.value), time.decisions, report)
  return time.value
}

/** The day a pool table is of. A year that puts it after the draw or far before is mistyped, as around every New Year. */
function readTableDay(entry: FeedEntry, date: Day, report: EntryReport): Day | undefined {
  const field = 'drawDistributionAsOn'
  const read = readFeedDate(textOf(entry, field))
  const fits = (day: Day | undefined) => day !== undefined && day <= date && day >= date - oldestTableDays
  const mended = read && !fits(read.value) ? inLatestYear(read.value, date) : read?.value
  if (!read || mended === undefined || !fits(mended)) {
    const span = `a day in the ${oldestTableDays} days up to the draw of ${formatDay(date)}`
    return report.refuse(field, `received ${received(entry[field])}; expected ${span}`)
  }
  const moved = mended === read.value ? [] : ['the year cannot be right for this draw']
  noteDecisions(entry, field, formatDay(mended), [...read.decisions, ...moved], report)
  return mended
}

function readPool(entry: FeedEntry, date: Day, report: EntryReport): PoolSnapshot | null | undefined {
  const table = readPoolTable(entry, report)
  if (!table) return table
  const asOf = readTableDay(entry, date, report)
  return asOf === undefined ? undefined : { asOf: formatDay(asOf), ...table }
}

function readName(entry: FeedEntry, report: EntryReport): Pick<PublishedDraw, 'name' | 'stream'> | undefined {
  const name = textOf(entry, 'drawName').trim()
  const stream = streamOfName(name)
  if (stream !== undefined) return { name, stream }
  const advice = 'expected the name of a program or category this program knows; it is not guessed'
  return report.refuse('drawName', `received ${received(entry.drawName)}; ${advice}`)
}

/**
 * One entry of the feed as a draw. Everything wrong with it goes into `report`, each field on its own;
 * undefined when anything was refused.
 */
export function readEntry(entry: FeedEntry, report: EntryReport): PublishedDraw | undefined {
  const named = readName(entry, report)
  const size = readCount(entry, 'drawSize', report, { minimum: 1, maximum: 1_000_000 })
  const cutoff = readCount(entry, 'drawCRS', report, { minimum: 0, maximum: highestScore })
  const date = readDrawDate(entry, report)
  const instant = date === undefined ? undefined : readDrawInstant(entry, date, report)
  const tieBreak = instant === undefined ? undefined : readTieBreak(entry, instant, report)
  const pool = date === undefined ? undefined : readPool(entry, date, report)
  if (!named || size === undefined || cutoff === undefined || date === undefined) return undefined
  if (instant === undefined || tieBreak === undefined || pool === undefined) return undefined
  return {
    number: report.draw,
    date: formatDay(date),
    instant: formatInstant(instant),
    stream: named.stream,
    name: named.name,
    size,
    cutoff,
    tieBreak: tieBreak === null ? null : formatInstant(tieBreak),
    pool,
  }
}
