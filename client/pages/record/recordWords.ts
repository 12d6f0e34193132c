import type { Ahead } from '../../../shared/record/view.ts'
import type { Words } from '../../i18n/words.ts'

/** Rounded as it is written, so that the plural agrees with the figure: 0.96 is "1 point". */
const toTenth = (value: number): number => Math.round(value * 10) / 10

/** "2.3 points" */
export const pointsText = (points: number, { t }: Words): string => t('record.points', { count: toTenth(points) })

/** A difference between two shares: "3.4 percentage points" */
export const gapText = (share: number, { t }: Words): string =>
  t('record.percentPoints', { count: toTenth(share * 100) })

/** "58 draws" */
export const drawsText = (count: number, { t }: Words): string => t('record.draws', { count })

/** "90 days" */
export const daysText = (count: number, { t }: Words): string => t('record.days', { count })

/** "One draw ahead, told the size", "90 days ahead": a choice, and the beginning of a sentence. */
export const aheadText = (ahead: Ahead, { t }: Words): string =>
  ahead === null ? t('record.ahead.draw') : t('record.ahead.days', { count: ahead })

/** Stands for what is not known in a table. */
export const UNKNOWN = '–'

/** A figure of a table, or the sign for none. */
export const orUnknown = (value: number | null, write: (value: number) => string): string =>
  value === null ? UNKNOWN : write(value)

/** Skill in per cent; what would round to −0% is 0%. */
export const skillText = (skill: number, { format }: Words): string =>
  format.percent(Math.abs(skill) < 0.005 ? 0 : skill)
