import { refuse } from '../lib/errors.ts'
import { randomStream } from '../lib/random.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { PracticeRange } from '../schema/scenario.ts'
import type { ScheduledDraw } from './scheduleTurns.ts'

/** Sizes of the published draws that a range of practice stands for, smallest first. */
export function practiceSizes(range: PracticeRange, stream: Stream, history: readonly PublishedDraw[]): number[] {
  const { from, to, streams = [stream] } = range
  return history
    .filter((draw) => draw.date >= from && draw.date <= to && streams.includes(draw.stream))
    .map(({ size }) => size)
    .sort((a, b) => a - b)
}

/**
 * The size of a draw: its own, the turn's of the list, or one of practice at random.
 *
 * @param seed undefined = the median (the lower of two) where it would be drawn at random
 * @returns undefined = no limit
 * @throws InputError EE_SCENARIO when nothing was published in the range of practice
 */
export function sizeOfDraw(
  draw: ScheduledDraw,
  history: readonly PublishedDraw[],
  seed: string | undefined,
): number | undefined {
  const { turn, stream, size } = draw
  if (!turn) return size
  const { sizes, sizesFrom, sizeName } = turn
  if (!sizesFrom) return sizes?.[turn.turn % sizes.length]
  const practice = practiceSizes(sizesFrom, stream, history)
  if (practice.length === 0) {
    const message = `no draw of ${(sizesFrom.streams ?? [stream]).join(', ')} was published from ${sizesFrom.from} to ${sizesFrom.to}`
    throw refuse('EE_SCENARIO', '$.schedule', message)
  }
  const index =
    seed === undefined ? Math.floor((practice.length - 1) / 2) : randomStream(seed, sizeName).integer(practice.length)
  return practice[index]
}
