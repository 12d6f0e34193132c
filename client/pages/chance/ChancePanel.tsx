import { ChanceOfProfile } from './panel/ChanceOfProfile.tsx'
import type { Couple } from './panel/useChance.ts'

/** Place in the pool, chance by date, plan and journey of a candidate: what follows from the score. */
export function ChancePanel(couple: Couple) {
  return <ChanceOfProfile {...couple} />
}
