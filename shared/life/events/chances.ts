import { naturalLog } from '../../lib/portableMath.ts'
import type { RandomStream } from '../../lib/random.ts'
import { DAYS_PER_YEAR, NEVER } from '../lifeEvent.ts'

/** Days until something happens that has the same chance every day: 1, 2 ... or NEVER. `perYear` = chance within a year. */
export function daysUntil(perYear: number, random: RandomStream): number {
  const draw = 1 - random.next()
  if (perYear === 0) return NEVER
  if (perYear === 1) return 1
  const days = 1 + Math.floor((DAYS_PER_YEAR * naturalLog(draw)) / naturalLog(1 - perYear))
  return days < NEVER ? days : NEVER
}
