import type { ChanceAnswer, Place } from '../../../../shared/schema/chance.ts'
import type { Stream } from '../../../../shared/schema/common.ts'
import type { Words } from '../../../i18n/words.ts'
import { twoFigures } from './rounding.ts'

export interface PlaceRow {
  /** Null = the whole pool. */
  stream: Stream | null
  place: Place
}

/** The whole pool first, then the streams of the person; general draws invite from the whole pool and add nothing. */
export function placeRows({ rank, rankByStream, streams }: ChanceAnswer): PlaceRow[] {
  const byStream = streams.flatMap((stream) => {
    const place = rankByStream[stream]
    return place && stream !== 'general' ? [{ stream, place }] : []
  })
  return [{ stream: null, place: rank }, ...byStream]
}

/** @example "About 31,000 people in the pool are ahead of you; about 1,200 have the same score" */
export function placeFinding({ rank, streams }: ChanceAnswer, { t, format }: Words): string {
  const tied = format.integer(twoFigures(rank.tied))
  if (streams.length === 0)
    return t('chancePanel.place.outside', { above: format.integer(twoFigures(rank.above)), tied })
  if (rank.above === 0) return t('chancePanel.place.nobodyAhead', { tied })
  return t('chancePanel.place.finding', { above: format.integer(twoFigures(rank.above)), tied })
}
