import type { Day } from '../lib/day.ts'
import { randomStream } from '../lib/random.ts'
import { openDaysLater, openFrom, openUntil } from './openDays.ts'
import type { ScheduledDraw } from './scheduleTurns.ts'

/** Whether a draw may be moved onto a day: no pause of its stream, within the run. */
export type MayHold = (draw: ScheduledDraw, day: Day) => boolean

function movedBy(draw: ScheduledDraw, openDays: number, mayHold: MayHold): Day {
  const { turn, day } = draw
  if (!turn) return day
  return openDaysLater(day, openDays, turn.isOpen, (next) => next <= turn.lastDay && mayHold(draw, next))
}

/** The date a seed wishes for a draw, its neighbours aside. */
function wishedDay(draw: ScheduledDraw, seed: string, mayHold: MayHold): Day {
  const { turn, day } = draw
  if (!turn || turn.jitterDays === 0) return day
  const { jitterDays, dateName } = turn
  return movedBy(draw, randomStream(seed, dateName).integer(2 * jitterDays + 1) - jitterDays, mayHold)
}

/**
 * The last day for each draw on which it delays no later draw beyond that one's own last day. Never before its nominal date,
 * because nominal dates rise.
 */
function latestDays(draws: readonly ScheduledDraw[], mayHold: MayHold): Day[] {
  const latest: Day[] = new Array(draws.length)
  let bound = Number.POSITIVE_INFINITY
  for (let index = draws.length - 1; index >= 0; index--) {
    const draw = draws[index]
    const own = Math.min(bound, movedBy(draw, draw.turn?.jitterDays ?? 0, mayHold))
    bound = draw.turn ? openUntil(own, draw.turn.isOpen) : own
    latest[index] = bound
  }
  return latest
}

/**
 * The dates of a seed. A draw is held up to its jitter earlier or later, on an open day of its rhythm, never in a pause;
 * where that would bring it past a neighbour it is held with it or next to it, so that dates rise and the draws keep their order.
 *
 * @param draws by nominal date
 */
export function datesOfSeed(draws: readonly ScheduledDraw[], seed: string, mayHold: MayHold): Day[] {
  if (draws.every(({ turn }) => !turn?.jitterDays)) return draws.map(({ day }) => day)
  const latest = latestDays(draws, mayHold)
  let previous = Number.NEGATIVE_INFINITY
  return draws.map((draw, index) => {
    const wished = Math.max(previous, Math.min(latest[index], wishedDay(draw, seed, mayHold)))
    previous = draw.turn ? openFrom(wished, draw.turn.isOpen) : wished
    return previous
  })
}
