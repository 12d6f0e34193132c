import { memo } from 'react'
import { withValidLanguages } from '../../../../shared/language/validity.ts'
import type { Day } from '../../../../shared/lib/day.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { Reading } from '../answers/readAnswers.ts'
import { Alternatives } from './Alternatives.tsx'
import { Breakdown } from './Breakdown.tsx'
import { Disagreements } from './Disagreements.tsx'
import { Eligibility } from './Eligibility.tsx'
import { RulesetScores } from './RulesetScores.tsx'

interface ChanceResultProps {
  reading: Reading
  profile: Profile
  today: Day
}

/** What the points are, what else they could be, and what they open. Typing above it does not draw it again. */
export const ChanceResult = memo(function ChanceResult({ reading, profile: stated, today }: ChanceResultProps) {
  // What gives no points today is not scored; why, and what it keeps shut, is said among the streams.
  const profile = withValidLanguages(stated, today)
  return (
    <>
      <Breakdown profile={profile} />
      <Alternatives profile={profile} reading={reading} today={today} />
      <Eligibility profile={stated} today={today} />
      <RulesetScores profile={profile} />
      <Disagreements profile={profile} />
    </>
  )
})
