import type { FlowAssumptions } from '../flows/assumptions.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'

/** The cutoffs of every stream until now, for "the last cutoff again". */
export class LastCutoffs {
  readonly #byStream = new Map<Stream, number[]>()

  learn({ stream, cutoff }: Pick<PublishedDraw, 'stream' | 'cutoff'>): void {
    const known = this.#byStream.get(stream)
    if (known) known.push(cutoff)
    else this.#byStream.set(stream, [cutoff])
  }

  /** Draws of a stream until now. */
  count(stream: Stream): number {
    return this.#byStream.get(stream)?.length ?? 0
  }

  /** The newest cutoff; null when the stream has none. */
  of(stream: Stream): number | null {
    return this.#byStream.get(stream)?.at(-1) ?? null
  }

  /**
   * The last cutoff with a width: as far to either side as the last changes went. Equally likely cutoffs, ascending.
   *
   * @param draws changes are taken over so many draws: 1 = from one draw to the next
   */
  sample(stream: Stream, { lastCutoffWidth }: FlowAssumptions, draws = 1): Float64Array {
    const cutoffs = this.#byStream.get(stream) ?? []
    const last = cutoffs.at(-1)
    const { changes: most, pointsWhenUnknown } = lastCutoffWidth
    const changes = cutoffs
      .slice(draws)
      .map((cutoff, index) => Math.abs(cutoff - cutoffs[index]))
      .slice(-most)
    if (changes.length < LEAST_CHANGES) changes.push(pointsWhenUnknown / 2, pointsWhenUnknown, 2 * pointsWhenUnknown)
    const centre = last ?? UNKNOWN_CUTOFF
    return Float64Array.from(changes.flatMap((change) => [centre - change, centre + change])).sort()
  }
}

/** Fewer changes than this say little about the next one. */
const LEAST_CHANGES = 5
/** Where a stream is looked for that nothing is known of: the middle of the pool. */
const UNKNOWN_CUTOFF = 450
