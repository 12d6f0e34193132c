import { refuse } from '../lib/errors.ts'
import { randomStream } from '../lib/random.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { PracticeRange, Schedule } from '../schema/scenario.ts'
import type { ScheduledDraw } from './scheduleTurns.ts'

/** Sizes of the published draws that a range of practice stands for, smallest first. */
export function practiceSizes(range: PracticeRange, stream: Stream, history: readonly PublishedDraw[]): number[] {
  const { from, to, streams = [stream] } = range
  return history
    .filter((draw) => draw.date >= from && draw.date <= to && streams.includes(draw.stream))
    .map(({ size }) => size)
    .sort((a, b) => a - b)
}

/** A choice of sizes; one alone is no choice. Empty = no limit. */
export type SizeChoice = readonly number[]

/**
 * The sizes a draw may have: its own, the turn's of the list, or those of practice; each so many times as large as the schedule
 * says of its stream.
 *
 * @throws InputError EE_SCENARIO when nothing was published in the range of practice
 */
export function sizeChoice(
  draw: ScheduledDraw,
  history: readonly PublishedDraw[],
  { sizeFactors = {} }: Pick<Schedule, 'sizeFactors'> = {},
): SizeChoice {
  const factor = sizeFactors[draw.stream] ?? 1
  return plannedSizes(draw, history).map((size) => Math.round(factor * size))
}

function plannedSizes({ turn, stream, size }: ScheduledDraw, history: readonly PublishedDraw[]): readonly number[] {
  if (!turn?.sizesFrom) {
    const own = turn?.sizes ? turn.sizes[turn.turn % turn.sizes.length] : size
    return own === undefined ? [] : [own]
  }
  const practice = practiceSizes(turn.sizesFrom, stream, history)
  if (practice.length > 0) return practice
  const { from, to, streams = [stream] } = turn.sizesFrom
  throw refuse('EE_SCENARIO', '$.schedule', `no draw of ${streams.join(', ')} was published from ${from} to ${to}`)
}

/** @param seed undefined = the median, the lower of two */
export function sizeOfDraw({ turn }: ScheduledDraw, choice: SizeChoice, seed: string | undefined): number | undefined {
  if (choice.length === 0) return undefined
  if (choice.length === 1 || !turn || seed === undefined) return choice[Math.floor((choice.length - 1) / 2)]
  return choice[randomStream(seed, turn.sizeName).integer(choice.length)]
}
