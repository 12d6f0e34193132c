import { formatDay, isWeekend, parseDay } from '../lib/day.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Cadence, Pause, PlannedDraw, PublishedRange, Schedule } from '../schema/scenario.ts'

const isPaused = (pauses: readonly Pause[], { date, stream }: PlannedDraw): boolean =>
  pauses.some((pause) => date >= pause.from && date <= pause.to && (pause.streams?.includes(stream) ?? true))

/** The next Monday when a day falls on a weekend: no draw of a program or category was ever held on one. */
const onWeekday = (day: number): number => (isWeekend(day) ? onWeekday(day + 1) : day)

/** The draws of a cadence from one day to another; two turns that fall on the same weekday are one draw. */
function* drawsOfCadence(cadence: Cadence, from: string, to: string): Generator<PlannedDraw> {
  const { stream, firstDate, everyDays, sizes, minimumScore, until } = cadence
  const first = parseDay(firstDate)
  const end = parseDay(until !== undefined && until < to ? until : to)
  const weekendDays = 2
  const firstTurn = Math.max(0, Math.ceil((parseDay(from) - weekendDays - first) / everyDays))
  let previous = Number.NEGATIVE_INFINITY
  for (let turn = firstTurn; ; turn++) {
    const day = onWeekday(first + turn * everyDays)
    if (day > end) return
    if (day === previous) continue
    previous = day
    const size = sizes[turn % sizes.length]
    yield { date: formatDay(day), stream, size, ...(minimumScore === undefined ? {} : { minimumScore }) }
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
    ...(schedule.cadences ?? []).flatMap((cadence) => [...drawsOfCadence(cadence, from, to)]),
  ]
  return all
    .filter((draw) => draw.date >= from && draw.date <= to && !isPaused(schedule.pauses ?? [], draw))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : rankOnOneDay(a.stream) - rankOnOneDay(b.stream)))
}
