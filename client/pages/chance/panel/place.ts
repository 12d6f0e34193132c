import { twoFigures } from '../../../../shared/chance/place.ts'
import type { ChanceAnswer, CountRange, Place } from '../../../../shared/schema/chance.ts'
import type { Stream } from '../../../../shared/schema/common.ts'
import type { Words } from '../../../i18n/words.ts'

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

/** "31,000 (29,000–33,000)"; a count that is published as it is when both ends are the same. */
export function countText(count: number, range: CountRange | undefined, { t, format }: Words): string {
  if (!range) return format.integer(twoFigures(count))
  if (range.low === range.high) return format.integer(count)
  const [low, high] = [range.low, range.high].map((end) => format.integer(twoFigures(end)))
  return t('chancePanel.place.range', { about: format.integer(twoFigures(count)), low, high })
}

/** @example "About 31,000 people in the pool are ahead of you; about 1,200 have the same score" */
export function placeFinding({ rank, streams }: ChanceAnswer, { t, format }: Words): string {
  const tied = format.integer(twoFigures(rank.tied))
  if (streams.length === 0)
    return t('chancePanel.place.outside', { above: format.integer(twoFigures(rank.above)), tied })
  if (rank.above === 0) return t('chancePanel.place.nobodyAhead', { tied })
  return t('chancePanel.place.finding', { above: format.integer(twoFigures(rank.above)), tied })
}
