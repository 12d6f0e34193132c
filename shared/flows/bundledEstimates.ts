import { digest } from '../lib/hash.ts'
import type { PoolEstimate } from '../pool/estimate.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import { flowAssumptions } from './assumptions.ts'
import file from './bundled/estimates.json'

/** Arrays of numbers as JSON has them: lists, to the last digit. */
type Written<Entry> = Omit<Entry, 'stock' | 'perDay'> & { stock: number[]; perDay: number[] }

interface WrittenEstimate extends Omit<PoolEstimate, 'groups' | 'categories'> {
  groups: Written<PoolEstimate['groups'][number]>[]
  categories: Written<PoolEstimate['categories'][number]>[]
}

const bundled = file as unknown as { readonly [key: string]: WrittenEstimate | undefined }

/** What an estimate follows from: the assumptions, the draws before the table, the table. */
const keyOf = (snapshot: PoolSnapshot, history: readonly PublishedDraw[]): string =>
  digest(JSON.stringify([flowAssumptions, snapshot, history.filter(({ date }) => date < snapshot.asOf)]))

const read = <Entry extends { stock: number[]; perDay: number[] }>(entry: Entry) => ({
  ...entry,
  stock: Float64Array.from(entry.stock),
  perDay: Float64Array.from(entry.perDay),
})

/**
 * The estimate that ships with the program, for the dates its scenarios start from: to learn 300 draws again would take a run
 * more than a second. Undefined for other dates, draws or assumptions; `npm run record` writes them anew, and
 * tests/golden/estimates.test.ts holds them to what is computed.
 */
export function bundledEstimate(snapshot: PoolSnapshot, history: readonly PublishedDraw[]): PoolEstimate | undefined {
  const written = bundled[keyOf(snapshot, history)]
  return written && { ...written, groups: written.groups.map(read), categories: written.categories.map(read) }
}

/** Estimates as the file holds them. */
export function writtenEstimates(
  estimates: readonly { snapshot: PoolSnapshot; estimate: PoolEstimate }[],
  history: readonly PublishedDraw[],
): string {
  const entries = estimates.map(({ snapshot, estimate }) => [keyOf(snapshot, history), estimate])
  return `${JSON.stringify(Object.fromEntries(entries), (_, value) => (value instanceof Float64Array ? [...value] : value))}\n`
}
