import { type Day, parseDay } from '../lib/day.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Cadence, PlannedDraw, PracticeRange, PublishedRange, Round, Schedule } from '../schema/scenario.ts'
import { type OpenDay, openDaysLater, openDaysOf, openFrom } from './openDays.ts'

/** What leaves room for chance and budgets in a draw of a cadence or a round. */
export interface Turn {
  /** 0 for the first turn of the cadence or round. */
  turn: number
  /** Names of the random streams of its date (one for all draws of a round) and of its size. */
  dateName: string
  sizeName: string
  jitterDays: number
  isOpen: OpenDay
  /** No draw after it. */
  lastDay: Day
  sizes: readonly number[] | undefined
  sizesFrom: PracticeRange | undefined
}

/** A draw of a schedule before chance has its say. A listed or repeated one has its own size and no turn. */
export interface ScheduledDraw {
  day: Day
  stream: Stream
  size?: number
  minimumScore?: number
  turn?: Turn
}

/** The longest a turn waits for an open day: a single weekday that is a holiday again and again around New Year. */
const LONGEST_WAIT_DAYS = 28

/** How many days after its nominal date the last draw of a round can be: an offset counts a week at most, holidays apart. */
function longestReach({ draws }: Round): number {
  const lastOffset = Math.max(...draws.map(({ offsetWorkdays }, index) => offsetWorkdays ?? index))
  return LONGEST_WAIT_DAYS + lastOffset * 8
}

/** The draws of one turn of a round that begins on `start`. */
function drawsOfTurn(round: Round, path: string, turn: number, start: Day, isOpen: OpenDay): ScheduledDraw[] {
  return round.draws.map((draw, index) => {
    const { streams: inTurn, offsetWorkdays = index, sizes, sizesFrom, minimumScore } = draw
    return {
      day: openDaysLater(start, offsetWorkdays, isOpen),
      stream: inTurn[turn % inTurn.length],
      minimumScore,
      turn: {
        turn,
        dateName: `draw date/${path}/${turn}`,
        sizeName: `draw size/${path}.draws[${index}]/${turn}`,
        jitterDays: round.jitterDays ?? 0,
        isOpen,
        lastDay: round.until === undefined ? Number.POSITIVE_INFINITY : parseDay(round.until),
        sizes,
        sizesFrom,
      },
    }
  })
}

/**
 * The draws of a round from one day to another; two turns that begin on the same open day are one.
 *
 * @throws RangeError for a rhythm that would never end, or has no day to be held on: the reader of scenarios refuses both
 */
function* drawsOfRound(round: Round, path: string, from: Day, to: Day): Generator<ScheduledDraw> {
  const { firstDate, everyDays, until, weekdays } = round
  if (!(Number.isFinite(everyDays) && everyDays > 0)) throw new RangeError(`a rhythm of ${everyDays} days never ends`)
  if (weekdays?.length === 0) throw new RangeError('a rhythm without a weekday has no draws')
  const isOpen = openDaysOf(weekdays)
  const first = parseDay(firstDate)
  const end = until === undefined ? to : Math.min(to, parseDay(until))
  let previous = Number.NEGATIVE_INFINITY
  for (let turn = Math.max(0, Math.ceil((from - longestReach(round) - first) / everyDays)); ; turn++) {
    const start = openFrom(first + turn * everyDays, isOpen)
    if (start > end) return
    if (start === previous) continue
    previous = start
    yield* drawsOfTurn(round, path, turn, start, isOpen).filter(({ day }) => day >= from && day <= end)
  }
}

/** A cadence is a round of one draw. */
function roundOf({ stream, sizes, sizesFrom, minimumScore, ...rhythm }: Cadence): Round {
  return { ...rhythm, draws: [{ streams: [stream], sizes, sizesFrom, minimumScore }] }
}

function publishedAgain(range: PublishedRange, history: readonly PublishedDraw[]): ScheduledDraw[] {
  const { from, to, streams: only, shiftDays = 0 } = range
  return history
    .filter(({ date, stream }) => date >= from && date <= to && (only?.includes(stream) ?? true))
    .map(({ date, stream, size }) => ({ day: parseDay(date) + shiftDays, stream, size }))
}

const listed = ({ date, stream, size, minimumScore }: PlannedDraw): ScheduledDraw => ({
  day: parseDay(date),
  stream,
  size,
  minimumScore,
})

/** Nominees first, then CEC, then categories: the order observed within every two-week round. */
const rankOnOneDay = (stream: Stream): number =>
  stream === 'pnp' ? 0 : stream === 'cec' ? 1 : 2 + streams.indexOf(stream)

/** Whether a pause of the schedule covers a stream on a day. */
export function pausesOf({ pauses = [] }: Schedule): (stream: Stream, day: Day) => boolean {
  const dated = pauses.map((pause) => ({ ...pause, first: parseDay(pause.from), last: parseDay(pause.to) }))
  return (stream, day) =>
    dated.some(({ streams: only, first, last }) => day >= first && day <= last && (only?.includes(stream) ?? true))
}

/**
 * The draws of a schedule between two days, both included, on their nominal dates: by date, then nominees, CEC, the others,
 * then as listed. A pause leaves out what falls into it.
 */
export function scheduledDraws(
  schedule: Schedule,
  from: Day,
  to: Day,
  history: readonly PublishedDraw[],
): ScheduledDraw[] {
  const isPaused = pausesOf(schedule)
  const all: ScheduledDraw[] = [
    ...(schedule.draws ?? []).map(listed),
    ...(schedule.published ?? []).flatMap((range) => publishedAgain(range, history)),
    ...(schedule.cadences ?? []).flatMap((one, index) => [
      ...drawsOfRound(roundOf(one), `cadences[${index}]`, from, to),
    ]),
    ...(schedule.rounds ?? []).flatMap((one, index) => [...drawsOfRound(one, `rounds[${index}]`, from, to)]),
  ]
  return all
    .filter(({ day, stream }) => day >= from && day <= to && !isPaused(stream, day))
    .sort((a, b) => a.day - b.day || rankOnOneDay(a.stream) - rankOnOneDay(b.stream))
}
