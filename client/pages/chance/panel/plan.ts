import type {
  Action,
  ActionKind,
  ChanceAnswer,
  ChanceByDate,
  Combination,
  Effect,
} from '../../../../shared/schema/chance.ts'
import type { Words } from '../../../i18n/words.ts'
import { gainText, perHundred } from './rounding.ts'

/** From here on the year brings an invitation anyway. */
const NEARLY_CERTAIN = 0.995

/** The futures tell the difference: the interval of what is gained leaves out nothing. */
export const isMeasurable = ({ gainedLow, gainedHigh }: Effect): boolean => gainedLow > 0 || gainedHigh < 0

/** Raises the chance measurably. */
export const isUseful = ({ gainedLow }: Effect): boolean => gainedLow > 0

export interface Plan {
  /** What may be done, most chance for each month first. */
  open: readonly Action[]
  /** What the chance counts on already, and would be lost without. */
  countedOn: readonly Action[]
}

export const planOf = (actions: readonly Action[]): Plan => ({
  open: actions
    .filter(({ isAssumed }) => !isAssumed)
    .toSorted((a, b) => b.gainedPerMonth - a.gainedPerMonth || b.points - a.points),
  countedOn: actions.filter((action) => action.isAssumed && isUseful(action)),
})

export const actionName = (kind: ActionKind, { t }: Words): string => t(`chancePanel.plan.name.${kind}`)

/** @example "Most chance for each month it takes: Be nominated by a province or territory" */
export function planFinding({ actions, byDate }: ChanceAnswer, words: Words): string {
  const [best] = planOf(actions).open.filter(isUseful)
  if (best) return words.t('chancePanel.plan.finding', { action: actionName(best.action, words) })
  const isSure = (byDate.at(-1)?.probability ?? 0) >= NEARLY_CERTAIN
  return words.t(isSure ? 'chancePanel.plan.sure' : 'chancePanel.plan.none')
}

/** @example "Learn French + One more year of skilled work in Canada" */
export const actionNames = (kinds: readonly ActionKind[], words: Words): string =>
  kinds.map((kind) => actionName(kind, words)).join(' + ')

/** What goes together with most chance for each month, which stands first. */
export const togetherFinding = ([best]: readonly Combination[], words: Words): string =>
  best
    ? words.t('chancePanel.plan.togetherFinding', { actions: actionNames(best.actions, words) })
    : words.t('chancePanel.plan.togetherNone')

/** How many futures bring an invitation by the last date, with something done and as things are. */
export function overTimeFinding(name: string, { byDate }: Effect, own: readonly ChanceByDate[], words: Words): string {
  const { t, format } = words
  const [last, now] = [byDate.at(-1), own.at(-1)]
  if (!last || !now) return t('chancePanel.plan.chart', { action: name })
  return t('chancePanel.plan.overTimeFinding', {
    action: name,
    date: format.date(last.date),
    with: perHundred(last.probability, words),
    asIs: perHundred(now.probability, words),
  })
}

/** "+15 (13 to 17)", or that the futures do not tell the difference. */
export function gainWithInterval(effect: Effect, words: Words): string {
  if (!isMeasurable(effect)) return words.t('chancePanel.plan.noDifference')
  return words.t('chancePanel.plan.gain', {
    gain: gainText(effect.gained, words),
    low: gainText(effect.gainedLow, words),
    high: gainText(effect.gainedHigh, words),
  })
}

/** Percentage points for each month; what counts at once has no months to share its gain among. */
export function perMonthText(effect: Effect, { t, format }: Words): string {
  if (!isMeasurable(effect)) return t('chancePanel.plan.nothing')
  return effect.months === 0 ? t('chancePanel.plan.atOnce') : format.signedTenths(100 * effect.gainedPerMonth)
}

/** "5 months", or that it counts at once. */
export const monthsText = ({ months }: Effect, { t }: Words): string =>
  months === 0 ? t('chancePanel.plan.atOnce') : t('chancePanel.months', { count: months })

export const opensText = ({ opens }: Effect, { t }: Words): string =>
  opens.length === 0 ? t('chancePanel.plan.nothing') : opens.map((stream) => t(`stream.${stream}`)).join(', ')

/** The score in force on a date; null = not in the pool. */
export const scoreOn = (scores: Effect['scores'], date: string): number | null =>
  scores.findLast((one) => one.date <= date)?.score ?? null

/** The score as it changes by itself, from the day the futures begin. */
export const ownScores = ({ score, streams, changes }: ChanceAnswer): Effect['scores'] => [
  { date: '', score: streams.length === 0 ? null : score },
  ...changes,
]
