import type { Stream } from '../../shared/schema/common.ts'
import type {
  EnsembleDraw,
  EnsembleResult,
  NeverInvited,
  PoolQuantiles,
  Quantiles,
  Waiting,
} from '../../shared/schema/ensemble.ts'
import type { Words } from '../i18n/words.ts'
import { largestGroup } from './compositionParts.ts'

/** Titles of the charts of an ensemble: each is the finding, one sentence made from the data. */

/** "1,000 futures" */
export const futuresText = (count: number, { t }: Words): string => t('ensemble.futures', { count })

/** The last draw of a stream that invites somebody in some future. */
export const lastDrawOf = (draws: readonly EnsembleDraw[], stream: Stream): EnsembleDraw | undefined =>
  draws.findLast((draw) => draw.stream === stream && draw.cutoff !== null)

/** @example "In half of the 1,000 futures the CEC cutoff of December 9, 2026 lies between 517 and 521" */
export function fanFinding(result: EnsembleResult, stream: Stream, words: Words): string {
  const { t, format } = words
  const name = t(`stream.${stream}`)
  const draw = lastDrawOf(result.draws, stream)
  if (!draw?.cutoff) return t('ensemble.cutoffs.nobody', { stream: name })
  const { p25, p75 } = draw.cutoff
  const about = { futures: futuresText(draw.held, words), stream: name, date: format.date(draw.date) }
  if (result.runs === 1) return t('ensemble.cutoffs.single', { ...about, cutoff: p25 })
  if (p25 === p75) return t('ensemble.cutoffs.exactly', { ...about, cutoff: p25 })
  return t('ensemble.cutoffs.between', { ...about, low: p25, high: p75 })
}

/** Of fewer futures nobody would speak in tenths. */
export const FEWEST_FOR_TENTHS = 10

/** What 8 of 10 futures span, and in how many the last draw invites anybody when that is not all; empty for a few futures. */
export function fanAddition(result: EnsembleResult, stream: Stream, words: Words): string {
  const { t, format } = words
  const draw = lastDrawOf(result.draws, stream)
  if (!draw?.cutoff || result.runs < FEWEST_FOR_TENTHS) return ''
  const { p10, p90 } = draw.cutoff
  const wide =
    p10 === p90 ? t('ensemble.cutoffs.agree', { cutoff: p10 }) : t('ensemble.cutoffs.wide', { low: p10, high: p90 })
  if (draw.held === result.runs) return wide
  const held = format.integer(draw.held)
  return `${wide} ${t('ensemble.cutoffs.notAll', { held, futures: futuresText(result.runs, words) })}`
}

/** Two counts that a sentence can name apart, else one. */
function countsText({ p25, p75 }: Quantiles, { format }: Words): { low: string; high: string; same: boolean } {
  const [low, high] = [format.count(p25), format.count(p75)]
  return { low, high, same: low === high }
}

/** @example "In half of the 100 futures 236,000 to 238,100 people are in the pool on December 14, 2026" */
export function poolFanFinding(
  last: PoolQuantiles,
  counts: Quantiles,
  band: string | null,
  runs: number,
  words: Words,
) {
  const { t, format } = words
  const { low, high, same } = countsText(counts, words)
  const values = { futures: futuresText(runs, words), low, high, date: format.date(last.date) }
  if (band === null) return t(same ? 'ensemble.pool.about' : 'ensemble.pool.between', values)
  return t(same ? 'ensemble.pool.aboutBand' : 'ensemble.pool.betweenBand', { ...values, band })
}

/** The sentence is about the largest group: the one with the most people in it. */
export function waitingFinding(
  waiting: readonly Waiting[],
  words: Words,
  scoresText: (scores: string) => string,
): string {
  const { t } = words
  const [most] = waiting.toSorted((a, b) => b.invitedPerRun - a.invitedPerRun)
  if (!most) return t('ensemble.waiting.none')
  return t('ensemble.waiting.finding', {
    stream: t(`stream.${most.stream}`),
    scores: scoresText(most.scores),
    days: t('ensemble.waiting.days', { count: most.days.p50 }),
  })
}

/** The sentence is about the largest group that is neither all invited nor all left. */
export function neverFinding(
  never: readonly NeverInvited[],
  words: Words,
  scoresText: (scores: string) => string,
): string {
  const { t, format } = words
  const mixed = never.filter(({ share }) => share.p50 > 0.01 && share.p50 < 0.99)
  const [most] = (mixed.length > 0 ? mixed : never).toSorted((a, b) => b.endedPerRun - a.endedPerRun)
  if (!most) return t('ensemble.never.none')
  return t('ensemble.never.finding', { scores: scoresText(most.scores), share: format.percent(most.share.p50) })
}

/** @example "In half of the 100 futures 112,000 to 115,000 invitations are issued by December 14, 2026" */
export function invitedFanFinding({ invited, pool, runs }: EnsembleResult, words: Words): string {
  const { t, format } = words
  const { low, high, same } = countsText(invited.total, words)
  const date = format.date(pool[pool.length - 1].date)
  const key = same ? 'ensemble.invited.about' : 'ensemble.invited.finding'
  return t(key, { futures: futuresText(runs, words), low, high, date })
}

/** @example "Of people invited in CEC draws 92% live in Canada; 61% are 20 to 29" */
export function ensembleCompositionFinding(result: EnsembleResult, stream: Stream, { t, format }: Words): string {
  const name = t(`stream.${stream}`)
  const counts = result.composition.find((one) => one.stream === stream)?.counts
  const total = counts ? counts.residence.canada + counts.residence.abroad : 0
  if (!counts || total === 0) return t('ensemble.composition.none', { stream: name })
  const ageGroup = largestGroup(counts.age)
  return t('ensemble.composition.finding', {
    stream: name,
    residence: format.percent(counts.residence.canada / total),
    age: format.percent(counts.age[ageGroup] / total),
    ageGroup: t(`composition.value.age.${ageGroup}`),
  })
}
