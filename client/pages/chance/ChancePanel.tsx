import type { Profile } from '../../../shared/schema/profile.ts'
import { ChanceOfProfile } from './panel/ChanceOfProfile.tsx'

/** Place in the pool, chance by date, plan and journey of a candidate: what follows from the score. */
export function ChancePanel({ profile }: { profile: Profile }) {
  return <ChanceOfProfile profile={profile} />
}
