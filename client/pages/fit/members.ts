import type { InferredMembership } from '../../../shared/schema/fit.ts'
import { rangeText } from '../../i18n/format.ts'
import type { Words } from '../../i18n/words.ts'

/** The score from which on people are counted, if the address names none: between the cutoffs of French and of CEC draws. */
const USUAL_FROM = 451

/** Scores from which on people are counted, highest first; 0 = everybody. */
export const scoresOf = (memberships: readonly InferredMembership[]): number[] =>
  [...new Set(memberships.map(({ from }) => from))].sort((a, b) => b - a)

/** The score asked for if it is there, else the usual one, else the highest; -1 when there is nothing to count. */
export const chosenScore = (scores: readonly number[], asked: number | null): number =>
  [asked, USUAL_FROM].find((score) => score !== null && scores.includes(score)) ?? scores[0] ?? -1

/** Those counted from a score on: streams that were drawn first, the largest first. */
export const membersFrom = (memberships: readonly InferredMembership[], from: number): InferredMembership[] =>
  memberships
    .filter((one) => one.from === from)
    .sort((a, b) => Number(b.isObserved) - Number(a.isObserved) || b.persons - a.persons)

export const isInside = ({ low, high, synthetic }: InferredMembership): boolean => synthetic >= low && synthetic <= high

/** "451 and over", "Any": a choice. */
export const fromText = (from: number, { t, format }: Words): string =>
  from === 0 ? t('fit.members.any') : t('fit.members.from', { from: format.integer(from) })

/** @example "At 451 points and over, the synthetic pool is inside the 80% interval for 5 of 6 streams drawn" */
export function membersFinding(memberships: readonly InferredMembership[], from: number, { t, format }: Words): string {
  const observed = membersFrom(memberships, from).filter(({ isObserved }) => isObserved)
  const at = from === 0 ? t('fit.members.atAny') : t('fit.members.atLeast', { from: format.integer(from) })
  if (observed.length === 0) return t('fit.members.none', { at })
  const inside = format.integer(observed.filter(isInside).length)
  return t('fit.members.finding', { at, inside, count: observed.length })
}

/** @example "18,500 (17,200–20,100); synthetic 18,300" */
export function memberValue(one: InferredMembership, { t, format }: Words): string {
  return t('fit.members.value', {
    persons: format.count(one.persons),
    range: rangeText(format.count, one.low, one.high),
    synthetic: format.count(one.synthetic),
  })
}
