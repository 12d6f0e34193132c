import { comparedErrors } from '../../../shared/record/compared.ts'
import { isInside, repeatedStreams } from '../../../shared/record/misses.ts'
import { calibrationGap } from '../../../shared/record/reliability.ts'
import { headlineOf, type RecordView } from '../../../shared/record/view.ts'
import type { InvitedWithin, PredictedDraw, StreamSkill } from '../../../shared/schema/backtest.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { Words } from '../../i18n/words.ts'
import { aheadText, daysText, drawsText, gapText, pointsText } from './recordWords.ts'

/** Titles of the page: each is the finding, one sentence made from the record. */

/** 80 % bands that hold a share between these keep their promise. */
const KEPT_FROM = 0.75
const KEPT_TO = 0.85

/** All streams together; empty when there is nothing to tell. */
export function overallFinding(view: RecordView, words: Words): string {
  const { n, mae, persistenceMae } = comparedErrors(view.draws.filter(({ stream }) => stream !== 'pnp'))
  if (mae === null || persistenceMae === null) return ''
  return words.t('record.overall', {
    ahead: aheadText(view.ahead, words),
    draws: drawsText(n, words),
    points: pointsText(mae, words),
    last: pointsText(persistenceMae, words),
  })
}

/** @example "One draw ahead, told the size, CEC cutoffs are missed by 2 points on average; the last cutoff again misses by 9 points" */
export function cutoffsFinding(view: RecordView, stream: Stream, words: Words): string {
  const { t } = words
  const skill = view.byStream.find((one) => one.stream === stream)
  const about = { ahead: aheadText(view.ahead, words), stream: t(`stream.${stream}`) }
  if (skill?.mae == null) return t('record.cutoffs.none', about)
  const overAll = { ...about, points: pointsText(skill.mae, words) }
  if (repeatedStreams(view.draws).has(stream)) return t('record.cutoffs.repeated', overAll)
  const { mae, persistenceMae } = comparedErrors(view.draws.filter((draw) => draw.stream === stream))
  if (mae === null || persistenceMae === null) return t('record.cutoffs.alone', overAll)
  const compared = { ...about, points: pointsText(mae, words), last: pointsText(persistenceMae, words) }
  return t('record.cutoffs.finding', compared)
}

/** @example "20 of 25 CEC cutoffs are inside the 80% band, 13 inside the 50% band" */
export function bandsFinding(draws: readonly PredictedDraw[], stream: Stream, words: Words): string {
  const { t, format } = words
  return t('record.drawsTable.finding', {
    stream: t(`stream.${stream}`),
    count: draws.length,
    most: format.integer(draws.filter((draw) => isInside(draw, 80)).length),
    half: format.integer(draws.filter((draw) => isInside(draw, 50)).length),
  })
}

/** @example "One draw ahead, told the size, the last cutoff again is beaten in 6 of 8 streams" */
export function skillFinding(view: RecordView, words: Words): string {
  const { t, format } = words
  const ahead = aheadText(view.ahead, words)
  const compared = view.byStream.flatMap(({ skill }) => (skill === null ? [] : [skill]))
  if (compared.length === 0) return t('record.skill.none', { ahead })
  const better = format.integer(compared.filter((skill) => skill > 0).length)
  return t('record.skill.finding', { ahead, better, count: compared.length })
}

interface YearError {
  year: number
  mae: number
}

const yearErrors = (years: readonly StreamSkill[]): YearError[] =>
  years.flatMap(({ year, mae }) => (year === null || mae === null ? [] : [{ year, mae }])).sort((a, b) => a.mae - b.mae)

/** @example "CEC: the error is smallest in 2024 (1.2 points) and largest in 2022 (4 points)" */
export function yearsFinding(years: readonly StreamSkill[], stream: Stream, words: Words): string {
  const { t } = words
  const about = { stream: t(`stream.${stream}`) }
  const errors = yearErrors(years)
  const [best] = errors
  const worst = errors.at(-1)
  if (!best || !worst) return t('record.years.none', about)
  if (best === worst)
    return t('record.years.single', { ...about, year: String(best.year), points: pointsText(best.mae, words) })
  return t('record.years.finding', {
    ...about,
    bestYear: String(best.year),
    best: pointsText(best.mae, words),
    worstYear: String(worst.year),
    worst: pointsText(worst.mae, words),
  })
}

/** @example "CEC, within 90 days: what was stated and what happened are 3.4 percentage points apart on average" */
export function reliabilityFinding(statements: InvitedWithin | undefined, stream: Stream, words: Words): string {
  const { t } = words
  const gap = statements ? calibrationGap(statements.reliability) : null
  const about = { stream: t(`stream.${stream}`) }
  if (!statements || gap === null) return t('record.reliability.none', about)
  return t('record.reliability.finding', {
    ...about,
    days: daysText(statements.days, words),
    gap: gapText(gap, words),
  })
}

/** The Brier score in words beside its two references, and who is better; empty when one of the three is not known. */
export function brierText({ brier, lastCutoffBrier, randomWalkBrier }: InvitedWithin, { t, format }: Words): string {
  if (brier === null || lastCutoffBrier === null || randomWalkBrier === null) return ''
  const [beatsLast, beatsWalk] = [brier < lastCutoffBrier, brier < randomWalkBrier]
  const verdict = beatsLast ? (beatsWalk ? 'both' : 'lastOnly') : beatsWalk ? 'walkOnly' : 'neither'
  const scores = {
    brier: format.brier(brier),
    last: format.brier(lastCutoffBrier),
    walk: format.brier(randomWalkBrier),
  }
  return `${t('record.reliability.brier', scores)} ${t(`record.reliability.verdict.${verdict}`)}`
}

/** Whether the 80 % bands held what they promise; empty when nothing was predicted. */
export function bandsVerdict(view: RecordView, { t, format }: Words): string {
  const share = headlineOf(view)?.coverage80 ?? null
  if (share === null) return ''
  const verdict = share < KEPT_FROM ? 'bandsNarrow' : share > KEPT_TO ? 'bandsWide' : 'bandsKept'
  return t(`record.fails.${verdict}`, { share: format.percent(share) })
}
