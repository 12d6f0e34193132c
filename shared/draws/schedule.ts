import { formatDay, isWeekend, parseDay } from '../lib/day.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Cadence, Pause, PlannedDraw, PublishedRange, Schedule } from '../schema/scenario.ts'

const isPaused = (pauses: readonly Pause[], { date, stream }: PlannedDraw): boolean =>
  pauses.some((pause) => date >= pause.from && date <= pause.to && (pause.streams?.includes(stream) ?? true))

/** The next Monday when a day falls on a weekend: no draw of a program or category was ever held on one. */
const onWeekday = (day: number): number => (isWeekend(day) ? onWeekday(day + 1) : day)

function* drawsOfCadence({ stream, firstDate, everyDays, sizes, minimumScore, until }: Cadence, last: string) {
  const end = parseDay(until !== undefined && until < last ? until : last)
  for (let day = parseDay(firstDate), turn = 0; day <= end; day += everyDays, turn++) {
    const date = formatDay(onWeekday(day))
    yield { date, stream, size: sizes[turn % sizes.length], ...(minimumScore === undefined ? {} : { minimumScore }) }
  }
}

function publishedAgain(range: PublishedRange, history: readonly PublishedDraw[]): PlannedDraw[] {
  const { from, to, streams: only, shiftDays = 0 } = range
  return history
    .filter(({ date, stream }) => date >= from && date <= to && (only?.includes(stream) ?? true))
    .map(({ date, stream, size }) => ({ date: formatDay(parseDay(date) + shiftDays), stream, size }))
}

/** Nominees first, then CEC, then categories: the order observed within every two-week round. */
const rankOnOneDay = (stream: Stream): number =>
  stream === 'pnp' ? 0 : stream === 'cec' ? 1 : 2 + streams.indexOf(stream)

/**
 * The draws of a schedule between two days, both included, in the order they are held: by date, then nominees, CEC, the
 * others, then as listed.
 *
 * @param history published draws, for `schedule.published`
 */
export function plannedDraws(
  schedule: Schedule,
  from: string,
  to: string,
  history: readonly PublishedDraw[],
): PlannedDraw[] {
  const all: PlannedDraw[] = [
    ...(schedule.draws ?? []),
    ...(schedule.published ?? []).flatMap((range) => publishedAgain(range, history)),
    ...(schedule.cadences ?? []).flatMap((cadence) => [...drawsOfCadence(cadence, to)]),
  ]
  return all
    .filter((draw) => draw.date >= from && draw.date <= to && !isPaused(schedule.pauses ?? [], draw))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : rankOnOneDay(a.stream) - rankOnOneDay(b.stream)))
}
