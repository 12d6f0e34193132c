import type { Stream } from '../../../shared/schema/common.ts'
import type { EnsembleDraw, Quantiles } from '../../../shared/schema/ensemble.ts'
import { FEWEST_FOR_TENTHS, lastDrawOf } from '../../charts/ensembleFindings.ts'
import { lastKnown } from '../../charts/fanSeries.ts'
import { rangeText } from '../../i18n/format.ts'
import type { Words } from '../../i18n/words.ts'
import { type Chance, chanceAtOrBelow, futuresWith } from './chance.ts'
import { chartOf, drawAhead, type Forecast } from './forecastView.ts'

/** Titles and sentences of the page Forecast, each made from the data. */

/** Where the middle future ends; it is said to stay when the last cutoff lies within half of the futures. */
function movement(forecast: Forecast, stream: Stream, draw: EnsembleDraw, { t, format }: Words): string {
  const { p25, p50, p75 } = draw.cutoff ?? { p25: 0, p50: 0, p75: 0 }
  const last = lastKnown(chartOf(forecast, stream).series)?.value
  const about = { stream: t(`stream.${stream}`), date: format.date(draw.date), cutoff: p50 }
  if (last === undefined) return t('forecast.first', about)
  if (last >= p25 && last <= p75) return t('forecast.steady', { ...about, last })
  return t(p50 > last ? 'forecast.rises' : 'forecast.falls', { ...about, last })
}

/** @example "The CEC cutoff may stay near 515 until December 9, 2026; 8 of 10 simulated futures end between 501 and 528" */
export function streamFinding(forecast: Forecast, stream: Stream, words: Words): string {
  const { t } = words
  const { result, nominees } = forecast
  if (stream === 'pnp' && nominees) return t('forecast.pnp.title', { last: nominees.last, most: nominees.most })
  const draw = lastDrawOf(result.draws, stream)
  if (!draw?.cutoff) return t('ensemble.cutoffs.nobody', { stream: t(`stream.${stream}`) })
  const finding = movement(forecast, stream, draw, words)
  if (draw.held < FEWEST_FOR_TENTHS) return finding
  return t('forecast.spread', { finding, low: draw.cutoff.p10, high: draw.cutoff.p90 })
}

/** @example "50 to 99 of 200" */
export function countText(chance: Chance, futures: number, { t }: Words): string {
  const { least, most } = futuresWith(chance, futures)
  if (most === 0) return t('forecast.countNone', { futures })
  if (least === most) return t('forecast.countExact', { least, futures })
  if (least === 0) return t('forecast.countFew', { below: most + 1, futures })
  if (most === futures) return t('forecast.countMany', { least, futures })
  return t('forecast.countRange', { least, most, futures })
}

export const chanceText = ({ least }: Chance, { t }: Words): string => t(`forecast.chance.${least}`)

/** @example "530 (513–539)" */
export function spreadText({ p10, p50, p90 }: Quantiles, { format }: Words): string {
  const median = format.integer(p50)
  return p10 === p90 ? median : `${median} (${rangeText(format.integer, p10, p90)})`
}

/** @example "In 50 to 99 of 200 simulated futures the CEC cutoff of about March 18, 2026 is 515 or lower." */
export function countsSentence(forecast: Forecast, stream: Stream, score: number, words: Words): string {
  const { t, format } = words
  const draw = drawAhead(forecast, stream)
  if (!draw?.cutoff) return ''
  const chance = chanceAtOrBelow(draw.cutoff, score)
  if (stream === 'pnp') return t('forecast.pnp.counts', { score, chance: chanceText(chance, words) })
  const number = countText(chance, draw.held, words)
  return t('forecast.counts', { number, stream: t(`stream.${stream}`), date: format.date(draw.date), score })
}

/** @example "Next CEC draw about January 7, 2026: cutoff near 526, in 8 of 10 futures 511–538" */
export function nextFinding({ result }: Forecast, { t, format }: Words): string {
  const next = result.draws.find(({ stream, cutoff }) => stream === 'cec' && cutoff !== null)
  if (!next?.cutoff) return t('forecast.next.none')
  const { p10, p50, p90 } = next.cutoff
  const values = { date: format.date(next.date), cutoff: p50, range: rangeText(format.integer, p10, p90) }
  return t(next.held < FEWEST_FOR_TENTHS ? 'forecast.next.titleFew' : 'forecast.next.title', values)
}
