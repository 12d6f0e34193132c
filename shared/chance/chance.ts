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

/** First day on which each future invites the person: by any stream, and by each; Infinity = never. */
export interface InvitationDays {
  any: Float64Array
  byStream: Map<Stream, Float64Array>
}

/** When a person on a path would be invited in each of the futures, which may be moved by some days. */
export function invitationDays(table: CutoffTable, path: readonly PathStep[], laterDays = 0): InvitationDays {
  const never = () => new Float64Array(table.runs).fill(Number.POSITIVE_INFINITY)
  const any = never()
  const byStream = new Map<Stream, Float64Array>()
  for (let run = 0; run < table.runs; run++) {
    let step = 0
    for (const draw of table.drawsOf(run, laterDays)) {
      if (path.length === 0 || draw.day < path[0].day) continue
      while (step + 1 < path.length && path[step + 1].day <= draw.day) step += 1
      if (!isInvited(draw, path[step])) continue
      any[run] = Math.min(any[run], draw.day)
      const own = byStream.get(draw.stream) ?? never()
      byStream.set(draw.stream, own)
      own[run] = Math.min(own[run], draw.day)
    }
  }
  return { any, byStream }
}

/** A share of so many futures with its 95 % interval (Wilson 1927): inside 0 to 1, and never of no width. */
export function shareWithInterval(count: number, of: number): { probability: number; low: number; high: number } {
  if (of === 0) return { probability: 0, low: 0, high: 1 }
  const z2 = NINETY_FIVE_PERCENT ** 2
  const share = count / of
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (NINETY_FIVE_PERCENT * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  const rounded = (value: number): number => Math.round(10_000 * Math.min(1, Math.max(0, value))) / 10_000
  return { probability: rounded(share), low: rounded(centre - half), high: rounded(centre + half) }
}

const invitedBy = (days: Float64Array, until: Day): number =>
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
