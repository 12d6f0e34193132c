import type { DrawQuestion } from '../../../shared/reform/drawLine.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { PoolFacts } from '../../engine/browser/reformMessages.ts'

/** The draw looked at: so many people, or everybody from a score on; with neither, as many as its newest draw. */
export interface DrawChoice {
  stream: Stream
  seats?: number
  cutoff?: number
}

export const firstChoice: DrawChoice = { stream: 'cec' }

export const newestDraw = ({ draws }: PoolFacts, stream: Stream) => draws.find((draw) => draw.stream === stream)

/** The question to the engine. */
export function questionOf({ stream, seats, cutoff }: DrawChoice, pool: PoolFacts): DrawQuestion {
  if (cutoff !== undefined) return { stream, cutoff }
  return { stream, seats: seats ?? newestDraw(pool, stream)?.size ?? 0 }
}
