import { streamBit } from '../eligibility/streamBits.ts'
import { addMonths, type Day, formatDay } from '../lib/day.ts'
import { NINETY_FIVE_PERCENT } from '../lib/interval.ts'
import type { ChanceByDate } from '../schema/chance.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { CutoffTable, HeldDraw } from './cutoffTable.ts'
import type { PathStep } from './path.ts'

/** Months ahead a chance is given for. */
const MONTHS = 12

/** Whether a draw invites somebody who is where a step says. */
export function isInvited(
  { stream, cutoff, tieBreak }: HeldDraw,
  { score, streams: mask, submittedAt }: PathStep,
): boolean {
  if ((mask & streamBit(stream)) === 0) return false
  return score > cutoff || (score === cutoff && submittedAt <= tieBreak)
}

/** The draws of every future in the order they are held. */
export type HeldDraws = readonly (readonly HeldDraw[])[]

/** All futures of a table, moved by some days. */
export const heldDraws = (table: CutoffTable, laterDays = 0): HeldDraws =>
  Array.from({ length: table.runs }, (_, run) => [...table.drawsOf(run, laterDays)])

/** The draws of one future that invite somebody on a path, in order. */
function* invitations(draws: readonly HeldDraw[], path: readonly PathStep[]): Generator<HeldDraw> {
  if (path.length === 0) return
  let step = 0
  for (const draw of draws) {
    if (draw.day < path[0].day) continue
    while (step + 1 < path.length && path[step + 1].day <= draw.day) step += 1
    if (isInvited(draw, path[step])) yield draw
  }
}

/** First day on which each future invites the person: by any stream, and by each; Infinity = never. */
export interface InvitationDays {
  any: Float64Array
  byStream: Map<Stream, Float64Array>
}

const never = (runs: number) => new Float64Array(runs).fill(Number.POSITIVE_INFINITY)

/** When a person on a path would be invited in each of the futures, if no invitation were taken up before. */
export function invitationDays(futures: HeldDraws, path: readonly PathStep[]): InvitationDays {
  const any = never(futures.length)
  const byStream = new Map<Stream, Float64Array>()
  for (const [run, draws] of futures.entries()) {
    for (const { day, stream } of invitations(draws, path)) {
      any[run] = Math.min(any[run], day)
      const own = byStream.get(stream) ?? never(futures.length)
      byStream.set(stream, own)
      own[run] = Math.min(own[run], day)
    }
  }
  return { any, byStream }
}

/** When a person on a path would first be invited in each of the futures; Infinity = never. */
export const firstInvitations = (futures: HeldDraws, path: readonly PathStep[]): Float64Array =>
  Float64Array.from(futures, (draws) => {
    for (const { day } of invitations(draws, path)) return day
    return Number.POSITIVE_INFINITY
  })

/** A share of so many futures with its 95 % interval (Wilson 1927): inside 0 to 1, and never of no width. */
export function shareWithInterval(count: number, of: number): { probability: number; low: number; high: number } {
  if (of === 0) return { probability: 0, low: 0, high: 1 }
  const z2 = NINETY_FIVE_PERCENT ** 2
  const share = count / of
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (NINETY_FIVE_PERCENT * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  return { probability: rounded(share), low: rounded(centre - half), high: rounded(centre + half) }
}

/** To a hundredth of a percentage point, within 0 and 1. */
const rounded = (value: number): number => Math.round(10_000 * Math.min(1, Math.max(0, value))) / 10_000

/**
 * How much more often something happens in the same futures: the difference of two shares with its 95 % interval (Agresti and
 * Min 2005: half a future added to either kind that differs, so that the interval is never of no width).
 *
 * @param more futures in which only the second happens; @param fewer in which only the first does
 */
export function pairedGain(more: number, fewer: number, of: number): { gained: number; low: number; high: number } {
  if (of === 0) return { gained: 0, low: -1, high: 1 }
  const [differ, by, all] = [more + fewer + 1, more - fewer, of + 2]
  const half = (NINETY_FIVE_PERCENT * Math.sqrt(differ - by ** 2 / all)) / all
  const signed = (value: number): number => Math.sign(value) * rounded(Math.abs(value))
  return { gained: signed(by / of), low: signed(by / all - half), high: signed(by / all + half) }
}

export const invitedBy = (days: Float64Array, until: Day): number =>
  days.reduce((count, day) => count + (day <= until ? 1 : 0), 0)

/** The chance of having been invited by the end of each of the twelve months ahead. */
export function chanceByDate(days: Float64Array, today: Day, lastDay: Day): ChanceByDate[] {
  const dates = Array.from({ length: MONTHS }, (_, month) => addMonths(today, month + 1))
  return dates
    .filter((day) => day <= lastDay)
    .map((day) => ({ date: formatDay(day), ...shareWithInterval(invitedBy(days, day), days.length) }))
}

/** The same for every stream that may invite the person at all. */
export const chanceByStream = (byStream: Map<Stream, Float64Array>, today: Day, lastDay: Day) =>
  Object.fromEntries(
    streams.flatMap((stream) => {
      const days = byStream.get(stream)
      return days ? [[stream, chanceByDate(days, today, lastDay)]] : []
    }),
  ) as { [stream in Stream]?: ChanceByDate[] }
