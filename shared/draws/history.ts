import { type Day, formatDay } from '../lib/day.ts'
import { refuse } from '../lib/errors.ts'
import { type Band, type BandCounts, bands, type Stream } from '../schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import file from './history/draws.json'

/** `drawColumns` of history/draws.json; the note is left out where there is none. */
type DrawRow = [
  number: string,
  date: string,
  instant: string,
  stream: Stream,
  name: string,
  size: number,
  cutoff: number,
  tieBreak: string | null,
  poolAsOf: string | null,
  note?: string,
]

/** Where the bundled draws come from and when they were retrieved. */
export const drawsSource: { title: string; url: string; confidence: string; retrieved: string; retrievedNote: string } =
  file.source

function snapshotOf(asOf: string, counts: readonly number[]): PoolSnapshot {
  const entries = bands.map((band, index): [Band, number] => [band, counts[index]])
  return { asOf, total: counts[bands.length], bands: Object.fromEntries(entries) as BandCounts }
}

/** The distinct pool tables published beside the bundled draws, oldest first. The first is of 2022-01-17. */
export const snapshots: readonly PoolSnapshot[] = Object.entries(file.snapshots).map(([asOf, counts]) =>
  snapshotOf(asOf, counts),
)

const snapshotByDate = new Map(snapshots.map((snapshot) => [snapshot.asOf, snapshot]))

function drawOf(row: DrawRow): PublishedDraw {
  const [number, date, instant, stream, name, size, cutoff, tieBreak, poolAsOf, note] = row
  const pool = poolAsOf === null ? null : (snapshotByDate.get(poolAsOf) ?? null)
  const draw: PublishedDraw = { number, date, instant, stream, name, size, cutoff, tieBreak, pool }
  return note === undefined ? draw : { ...draw, note }
}

/**
 * The 389 draws published from 2015-01-31 to 2025-12-17, oldest first, in the order of their numbers within a day.
 * Draws of one week share one snapshot object; `pool` is null where IRCC published no table (before 2022 and four later).
 */
export const publishedDraws: readonly PublishedDraw[] = (file.draws as unknown as DrawRow[]).map(drawOf)

/**
 * The newest pool table as of a day not after `day`, among `among` (sorted, oldest first; the bundled ones by default).
 *
 * @throws InputError EE_SNAPSHOT_NONE when `day` is before the first table.
 * @example newestSnapshotNotAfter(parseDay('2025-12-14')).total // 237302
 */
export function newestSnapshotNotAfter(day: Day, among: readonly PoolSnapshot[] = snapshots): PoolSnapshot {
  const date = formatDay(day)
  const found = among.findLast((snapshot) => snapshot.asOf <= date)
  if (found) return found
  const first = among[0] ? `the first one is as of ${among[0].asOf}` : 'none is known'
  throw refuse('EE_SNAPSHOT_NONE', '$.asOf', `received ${date}; expected a day with a published pool table: ${first}`)
}

/** The distinct pool tables published beside some draws, oldest first. */
export function snapshotsOf(draws: readonly PublishedDraw[]): PoolSnapshot[] {
  const byDate = new Map(draws.flatMap(({ pool }) => (pool ? [[pool.asOf, pool] as const] : [])))
  return [...byDate.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
}
