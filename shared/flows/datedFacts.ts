import { latestKnownRulesetId, resolveRuleset } from '../crs/ruleset.ts'
import { categories } from '../eligibility/categoryVersions.ts'
import { type Day, parseDay } from '../lib/day.ts'
import type { Stream } from '../schema/common.ts'

/** Something known from its day on that changes what draws and tables measured before it. */
export type DatedFact =
  | { readonly day: Day; readonly kind: 'job-offer-points-end' }
  /** The list or the criteria of a category changed; `isBack` = it had been out of force. */
  | { readonly day: Day; readonly kind: 'category-changed'; readonly stream: Stream; readonly isBack: boolean }

function jobOfferFacts(): DatedFact[] {
  const { endedOn } = resolveRuleset(latestKnownRulesetId).provisions.additional.jobOffer
  return endedOn === undefined ? [] : [{ day: parseDay(endedOn), kind: 'job-offer-points-end' }]
}

const categoryFacts = (): DatedFact[] =>
  categories.flatMap(({ stream, versions }) =>
    versions.slice(1).map(({ effectiveFrom }, index): DatedFact => {
      const { effectiveTo } = versions[index]
      const isBack = effectiveTo !== null && parseDay(effectiveTo) + 1 < parseDay(effectiveFrom)
      return { day: parseDay(effectiveFrom), kind: 'category-changed', stream, isBack }
    }),
  )

/** What the rule and category files date, in order: nothing here is placed by hand. */
export const datedFacts: readonly DatedFact[] = [...jobOfferFacts(), ...categoryFacts()].sort((a, b) => a.day - b.day)
