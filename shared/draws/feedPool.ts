import { type Band, type BandCounts, bands } from '../schema/common.ts'
import { readCount } from './feedCounts.ts'
import type { EntryReport } from './feedReport.ts'

/** The feed's fields of a pool table: `dd1` = 601-1200 ... `dd17` = 0-300, `dd18` = the total. */
type Cells = Map<string, number>

const fieldsFrom = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `dd${first + index}`)

const allFields = fieldsFrom(1, 18)

/** A field that is published as the sum of others. */
interface Sum {
  whole: string
  parts: readonly string[]
}
const upperSum: Sum = { whole: 'dd3', parts: fieldsFrom(4, 8) }
const lowerSum: Sum = { whole: 'dd9', parts: fieldsFrom(10, 14) }
const totalSum: Sum = { whole: 'dd18', parts: ['dd1', 'dd2', 'dd3', 'dd9', 'dd15', 'dd16', 'dd17'] }

/** The fields of the bands that do not overlap, aligned with `bands`. */
const bandFields = ['dd1', 'dd2', ...upperSum.parts, ...lowerSum.parts, 'dd15', 'dd16', 'dd17']

const cell = (cells: Cells, field: string): number => cells.get(field) ?? 0
const partsOf = (cells: Cells, { parts }: Sum): number => parts.reduce((sum, part) => sum + cell(cells, part), 0)

/** How much the parts lack of the whole; 0 when they agree. */
const missing = (cells: Cells, sum: Sum): number => cell(cells, sum.whole) - partsOf(cells, sum)

/** Two neighbouring digits swapped, 680 for 860. Other slips fit almost any band, so they prove nothing. */
function isSlip(printed: number, meant: number): boolean {
  const [a, b] = [String(printed), String(meant)]
  const first = [...a].findIndex((digit, index) => digit !== b[index])
  if (first < 0 || a.length !== b.length) return false
  return b === a.slice(0, first) + a.slice(first + 1, first + 2) + a[first] + a.slice(first + 2)
}

function replace(cells: Cells, field: string, now: number, why: string, report: EntryReport): void {
  report.repaired(field, cell(cells, field).toLocaleString('en-CA'), now.toLocaleString('en-CA'), why)
  cells.set(field, now)
}

/** Makes one sum hold by the only slip that explains it; refuses when none or several do. */
function mendSum(cells: Cells, sum: Sum, suspects: readonly string[], report: EntryReport): void {
  const gap = missing(cells, sum)
  const meant = (field: string) => cell(cells, field) + (field === sum.whole ? -gap : gap)
  const slips = suspects.filter((field) => isSlip(cell(cells, field), meant(field)))
  if (slips.length === 1) {
    replace(cells, slips[0], meant(slips[0]), `the only swap of two digits with which ${sum.whole} adds up`, report)
    return
  }
  const found =
    slips.length === 0 ? 'no swap of two digits explains it' : `swapped digits in ${slips.join(' or ')} would`
  report.refuse(
    sum.whole,
    `received ${cell(cells, sum.whole)}, but its parts add up to ${partsOf(cells, sum)}; ${found}`,
  )
}

/** A middle band is checked twice: against its tens and, with the other bands, against the total. */
function mendMiddleBand(cells: Cells, sum: Sum, report: EntryReport): void {
  const gap = missing(cells, sum)
  if (gap === 0) return
  if (missing(cells, totalSum) === -gap) {
    replace(cells, sum.whole, partsOf(cells, sum), 'its tens and the total agree on this sum', report)
  } else if (missing(cells, totalSum) === 0) mendSum(cells, sum, sum.parts, report)
  else report.refuse(sum.whole, `received ${cell(cells, sum.whole)}, which agrees neither with its tens nor the total`)
}

/**
 * The pool table of a feed entry: counts by band and the total, with both middle bands and the total checked as sums.
 * Null when all 18 fields are zero or blank (no table was published); undefined when refused.
 */
export function readPoolTable(
  entry: Record<string, unknown>,
  report: EntryReport,
): { total: number; bands: BandCounts } | null | undefined {
  const blank = (value: unknown) => value === undefined || value === null || /^\s*0?\s*$/.test(String(value))
  if (allFields.every((field) => blank(entry[field]))) return null
  const before = report.refused.length
  const cells: Cells = new Map()
  for (const field of allFields) cells.set(field, readCount(entry, field, report) ?? 0)
  if (report.refused.length > before) return undefined
  mendMiddleBand(cells, upperSum, report)
  mendMiddleBand(cells, lowerSum, report)
  if (report.refused.length === before && missing(cells, totalSum) !== 0) {
    mendSum(cells, totalSum, ['dd1', 'dd2', 'dd15', 'dd16', 'dd17', 'dd18'], report)
  }
  if (report.refused.length > before) return undefined
  const counts = bands.map((band, index): [Band, number] => [band, cell(cells, bandFields[index])])
  return { total: cell(cells, totalSum.whole), bands: Object.fromEntries(counts) as BandCounts }
}
