import type { Change } from '../../../../shared/schema/chance.ts'
import type { Words } from '../../../i18n/words.ts'

/** @example "2 days change something for you in the year ahead" */
export const changesFinding = (changes: readonly Change[], { t }: Words): string =>
  changes.length === 0 ? t('chancePanel.changes.none') : t('chancePanel.changes.finding', { count: changes.length })

/** "December 17, 2026: Birthday, -5" */
export const changeLine = ({ date, kind, points }: Change, { t, format }: Words): string =>
  t('chancePanel.changes.line', {
    date: format.date(date),
    what: t(`chancePanel.changes.kind.${kind}`),
    points: format.signed(points),
  })
