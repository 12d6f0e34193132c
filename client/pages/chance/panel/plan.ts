import type { Action, ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Words } from '../../../i18n/words.ts'

/** Less than half a percentage point is within the luck of the futures. */
const LEAST_GAIN = 0.005
/** From here on the year brings an invitation anyway. */
const NEARLY_CERTAIN = 0.995

export interface Plan {
  /** Raise the chance, most for each month first. */
  useful: readonly Action[]
  /** Do not, by themselves, within the year. */
  useless: readonly Action[]
  /** Lower it. */
  harmful: readonly Action[]
}

export function planOf(actions: readonly Action[]): Plan {
  const isUseful = ({ gained }: Action) => gained >= LEAST_GAIN
  const isHarmful = ({ gained }: Action) => gained <= -LEAST_GAIN
  return {
    useful: actions.filter(isUseful).toSorted((a, b) => b.gainedPerMonth - a.gainedPerMonth || b.points - a.points),
    useless: actions.filter((action) => !isUseful(action) && !isHarmful(action)),
    harmful: actions.filter(isHarmful),
  }
}

/** @example "Most chance for each month it takes: Be nominated by a province or territory" */
export function planFinding({ actions, byDate }: ChanceAnswer, { t }: Words): string {
  const [best] = planOf(actions).useful
  if (best) return t('chancePanel.plan.finding', { action: t(`chancePanel.plan.name.${best.action}`) })
  const isSure = (byDate.at(-1)?.probability ?? 0) >= NEARLY_CERTAIN
  return t(isSure ? 'chancePanel.plan.sure' : 'chancePanel.plan.none')
}

/** Percentage points for each month; what counts at once has no months to share its gain among. */
export const perMonthText = ({ months, gainedPerMonth }: Action, { t, format }: Words): string =>
  months === 0 ? t('chancePanel.plan.atOnce') : format.signedTenths(100 * gainedPerMonth)

/** "5 months", or that it counts at once. */
export const monthsText = ({ months }: Action, { t }: Words): string =>
  months === 0 ? t('chancePanel.plan.atOnce') : t('chancePanel.months', { count: months })
