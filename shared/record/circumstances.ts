import { parseDay } from '../lib/day.ts'
import type { PredictedDraw } from '../schema/backtest.ts'

/** A pause, a change of size and a jump worth naming beside a miss. */
const LONG_PAUSE_DAYS = 90
const SIZE_FACTOR = 2
const JUMP_POINTS = 20

/** What was unusual about a draw, as far as the record itself shows it. */
export type Circumstance =
  | { kind: 'unknown' }
  | { kind: 'pause'; days: number }
  | { kind: 'size'; size: number; before: number }
  | { kind: 'jump'; points: number }

/**
 * What set a draw apart from the one of its stream before: a long pause, a much larger or smaller size, a cutoff far from
 * the last one known; `unknown` = none was known. `history` holds every draw once, in any order.
 */
export function circumstancesOf(draw: PredictedDraw, history: readonly PredictedDraw[]): Circumstance[] {
  if (draw.persistence === null) return [{ kind: 'unknown' }]
  const found: Circumstance[] = []
  const before = history
    .filter(({ stream, date }) => stream === draw.stream && date < draw.date)
    .reduce<PredictedDraw | null>((newest, one) => (newest && newest.date > one.date ? newest : one), null)
  if (before) {
    const days = parseDay(draw.date) - parseDay(before.date)
    if (days >= LONG_PAUSE_DAYS) found.push({ kind: 'pause', days })
    const factor = Math.max(draw.size, before.size) / Math.max(1, Math.min(draw.size, before.size))
    if (factor >= SIZE_FACTOR) found.push({ kind: 'size', size: draw.size, before: before.size })
  }
  const points = Math.abs(draw.actual - draw.persistence)
  if (points >= JUMP_POINTS) found.push({ kind: 'jump', points })
  return found
}
