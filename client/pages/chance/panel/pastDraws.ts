import type { ChanceAnswer, PastDraw } from '../../../../shared/schema/chance.ts'
import type { Words } from '../../../i18n/words.ts'

/** Newest first. */
export const newestFirst = (draws: readonly PastDraw[]): PastDraw[] =>
  draws.toSorted((a, b) => b.date.localeCompare(a.date) || b.draw.localeCompare(a.draw))

/** What a draw would have meant for a score: outside, over, short of it, or tied and decided by when profiles were submitted. */
export function verdictText(
  { isMember, isInvited, cutoff, neededSubmission }: PastDraw,
  score: number,
  words: Words,
): string {
  const { t, format } = words
  if (!isMember) return t('chancePanel.past.notIn')
  if (score > cutoff) return t('chancePanel.past.yes', { points: pointsText(score - cutoff, words) })
  if (score < cutoff) return t('chancePanel.past.no', { points: pointsText(cutoff - score, words) })
  if (neededSubmission === null) return t('chancePanel.past.tiedAll')
  return t(isInvited ? 'chancePanel.past.tiedInTime' : 'chancePanel.past.tied', {
    instant: format.instant(neededSubmission),
  })
}

/** "3 points" */
export const pointsText = (count: number, { t }: Words): string => t('chancePanel.points', { count })

/** @example "As it is now, this profile would have been invited in 3 of 17 draws open to it" */
export function pastFinding({ pastDraws }: Pick<ChanceAnswer, 'pastDraws'>, { t, format }: Words): string {
  const open = pastDraws.filter(({ isMember }) => isMember)
  if (open.length === 0) return t('chancePanel.past.none')
  const invited = format.integer(open.filter(({ isInvited }) => isInvited).length)
  return t('chancePanel.past.finding', { count: open.length, invited })
}
