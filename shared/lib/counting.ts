import { decay, naturalLog } from './portableMath.ts'
import type { RandomStream } from './random.ts'

/** The product of uniforms that counts events must not run out of digits. */
const MEAN_AT_ONCE = 500

/** A Poisson number of that mean: how many events of a steady rate fall into a time. */
export function poissonCount(random: RandomStream, mean: number): number {
  let count = 0
  for (let left = mean; left > 0; left -= MEAN_AT_ONCE) {
    const enough = decay(Math.min(left, MEAN_AT_ONCE))
    for (let product = random.next(); product > enough; product *= random.next()) count += 1
  }
  return count
}

/**
 * Visits the whole numbers `from` to `to - 1`, each with the same probability and independently of the others, ascending.
 * Jumps from one to the next, so the time depends on how many are visited and not on how many there are.
 */
export function visitChosen(
  random: RandomStream,
  probability: number,
  from: number,
  to: number,
  visit: (index: number) => void,
): void {
  const logStays = probability >= 1 ? Number.NEGATIVE_INFINITY : naturalLog(1 - probability)
  // A probability so small that it is lost beside 1 chooses nobody.
  if (logStays === 0) return
  for (let index = from - 1; ; ) {
    index += 1 + Math.floor(naturalLog(1 - random.next()) / logStays)
    if (index >= to) return
    visit(index)
  }
}
