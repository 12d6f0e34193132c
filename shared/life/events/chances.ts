import { naturalLog } from '../../lib/portableMath.ts'
import type { RandomStream } from '../../lib/random.ts'
import { DAYS_PER_YEAR, NEVER } from '../lifeEvent.ts'

/** Days until something that has the same small chance every day happens: 1, 2 ... or NEVER. */
export function daysUntil(perYear: number, random: RandomStream): number {
  const draw = 1 - random.next()
  if (perYear === 0) return NEVER
  const days = 1 + Math.floor(naturalLog(draw) / naturalLog(1 - perYear / DAYS_PER_YEAR))
  return days < NEVER ? days : NEVER
}
