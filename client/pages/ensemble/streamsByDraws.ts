import type { Stream } from '../../../shared/schema/common.ts'
import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { streamNames } from '../../charts/markers.ts'

/** Streams with draws, most draws first, PNP last because its points mean something else. */
export function streamsByDraws({ draws }: EnsembleResult): Stream[] {
  const count = (stream: Stream) => draws.filter((draw) => draw.stream === stream).length
  const weight = (stream: Stream) => (stream === 'pnp' ? 0 : count(stream))
  return streamNames.filter((stream) => count(stream) > 0).sort((a, b) => weight(b) - weight(a))
}
