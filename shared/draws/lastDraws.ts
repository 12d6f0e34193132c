import { parseDay } from '../lib/day.ts'
import type { LastDraw } from '../pool/estimate.ts'
import { streams } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'

/**
 * The newest published draw of each stream before a day, in the order of `streams`; streams without one are left out.
 *
 * @param day `2025-12-14`
 * @param history oldest first
 */
export function lastDrawsBefore(day: string, history: readonly PublishedDraw[]): LastDraw[] {
  return streams.flatMap((stream) => {
    const draw = history.findLast((one) => one.stream === stream && one.date < day)
    return draw ? [{ stream, day: parseDay(draw.date), cutoff: draw.cutoff }] : []
  })
}
