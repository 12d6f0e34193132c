import type { Stream } from '../../../shared/schema/common.ts'
import type { FitRecord, Sensitivity } from '../../../shared/schema/fit.ts'
import type { Words } from '../../i18n/words.ts'

/** What one assumption does to the cutoffs of one stream, in points. */
export interface Effect {
  assumption: Sensitivity['assumption']
  /** -0.1 = the assumption is 10 % smaller. */
  change: number
  draws: number
  points: number
  low: number
  high: number
}

/** Streams whose cutoffs were compared, most draws first, and PNP last as on the page Record. */
export function streamsMoved(entries: readonly Sensitivity[]): Stream[] {
  const draws = new Map<Stream, number>()
  for (const one of entries.flatMap(({ cutoffs }) => cutoffs)) {
    draws.set(one.stream, Math.max(one.draws, draws.get(one.stream) ?? 0))
  }
  return [...draws]
    .sort((a, b) => Number(a[0] === 'pnp') - Number(b[0] === 'pnp') || b[1] - a[1])
    .map(([stream]) => stream)
}

/** What every assumption does to one stream, the largest effect first. */
export const effectsOn = (entries: readonly Sensitivity[], stream: Stream): Effect[] =>
  entries
    .flatMap(({ assumption, change, cutoffs }) =>
      cutoffs
        .filter((one) => one.stream === stream)
        .map(({ draws, points, low, high }) => ({ assumption, change, draws, points, low, high })),
    )
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))

/** As points are written. */
const toTenth = (points: number): number => Math.round(points * 10) / 10

/** An effect is clear when its interval, as it is written, leaves 0 out. */
export const isClear = ({ low, high }: Effect): boolean => toTenth(low) > 0 || toTenth(high) < 0

/** "10% fewer spouses come along": the part of a sentence after "if". */
export function conditionText({ assumption, change }: Effect, { t, format }: Words): string {
  const share = format.percent(Math.abs(change))
  return change > 0
    ? t('fit.effects.more', { share, name: t(`fit.effects.name.${assumption}`) })
    : t(`fit.effects.less.${assumption}`, { share })
}

/** "+0.4 points"; the plural agrees with the figure as it is written. */
export const changeText = (points: number, { t, format }: Words): string =>
  t('fit.effects.points', { count: toTenth(Math.abs(points)), signed: format.signed(points) })

/** @example "If 10% fewer spouses come along, the CEC cutoff moves by +0.4 points (between +0.2 and +0.6)." */
export const effectSentence = (effect: Effect, stream: Stream, words: Words): string =>
  words.t('fit.effects.sentence', {
    condition: conditionText(effect, words),
    stream: words.t(`stream.${stream}`),
    points: changeText(effect.points, words),
    low: words.format.signed(effect.low),
    high: words.format.signed(effect.high),
  })

/** Each clear effect in a sentence, then the others by name in one. */
export function effectSentences(effects: readonly Effect[], stream: Stream, words: Words): string[] {
  const { t } = words
  const unclear = effects.filter((effect) => !isClear(effect))
  const names = unclear.map(({ assumption }) => t(`fit.effects.name.${assumption}`)).join(', ')
  return [
    ...effects.filter(isClear).map((effect) => effectSentence(effect, stream, words)),
    ...(unclear.length > 0 ? [t('fit.effects.unclear', { stream: t(`stream.${stream}`), names })] : []),
  ]
}

/** @example "The CEC cutoff moves most, by -3.1 points, if 10% fewer people arrive" */
export function effectsFinding(effects: readonly Effect[], stream: Stream, words: Words): string {
  const about = { stream: words.t(`stream.${stream}`) }
  const largest = effects.find(isClear)
  if (!largest) return words.t('fit.effects.none', about)
  return words.t('fit.effects.finding', {
    ...about,
    points: changeText(largest.points, words),
    condition: conditionText(largest, words),
  })
}

/** What the figures mean, in sentences. */
export function effectsMeaning({ scenario, days, replications, entries }: FitRecord['sensitivities'], words: Words) {
  const { t, format } = words
  const shares = [...new Set(entries.map(({ change }) => format.percent(Math.abs(change))))].join(', ')
  return [
    t('fit.effects.meaning.same', { share: shares, scenario }),
    t('fit.effects.meaning.mean', {
      days: t('fit.effects.days', { count: days }),
      replications: t('fit.effects.replications', { count: replications }),
    }),
    t('fit.effects.meaning.interval'),
  ]
}
