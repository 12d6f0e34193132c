import type { PoolPoint } from '../../shared/protocol/messages.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { ageGroups, Composition } from '../../shared/schema/draw.ts'
import type { DrawEvent } from '../../shared/schema/event.ts'
import type { Words } from '../i18n/words.ts'
import { largestGroup } from './compositionParts.ts'
import { type CutoffPoint, type CutoffSeries, lastBefore } from './cutoffSeries.ts'

/** Titles of the charts: each is the finding, one sentence made from the data. */

/** A cutoff or pool that moves less than this is said to stay. */
const STEADY_POINTS = 3
const STEADY_SHARE = 0.005
/** A turn is worth a word when the way back is at least this many points and a third of the way there. */
const TURN_POINTS = 5
const TURN_SHARE = 1 / 3
/** A run over days past is judged by its distance from what happened once it has this many draws, nearly all of them real. */
const REPLAY_MIN_DRAWS = 3
const REPLAY_SHARE = 0.8

/** The point farthest from where the line started. */
const farthest = (points: readonly CutoffPoint[], from: number): CutoffPoint =>
  points.reduce((best, point) => (Math.abs(point.cutoff - from) > Math.abs(best.cutoff - from) ? point : best))

const isTurn = (from: number, extreme: number, to: number): boolean =>
  Math.abs(to - extreme) >= Math.max(TURN_POINTS, Math.abs(extreme - from) * TURN_SHARE) &&
  Math.abs(extreme - from) >= TURN_POINTS

/** The stream the sentence is about: the one drawn most often, PNP apart because its points mean something else. */
export function leadingStream(series: readonly CutoffSeries[]): CutoffSeries | undefined {
  const weight = ({ stream, simulated, published }: CutoffSeries) =>
    (stream === 'pnp' ? 0 : 1_000_000) * Math.sign(simulated.length + published.length) +
    simulated.length * 1000 +
    published.length
  return series.toSorted((a, b) => weight(b) - weight(a))[0]
}

/** Mean distance of simulated cutoffs from those published for the same day, when nearly every one has such a twin. */
function replayError({ published, simulated }: CutoffSeries): number | null {
  const publishedOn = new Map(published.map((point) => [point.day, point.cutoff]))
  const errors = simulated.flatMap(({ day, cutoff }) => {
    const twin = publishedOn.get(day)
    return twin === undefined ? [] : [Math.abs(cutoff - twin)]
  })
  if (errors.length < REPLAY_MIN_DRAWS || errors.length < simulated.length * REPLAY_SHARE) return null
  return errors.reduce((sum, error) => sum + error, 0) / errors.length
}

/** How a line that ends in `last` has gone since `first`: which way, and whether it turned. */
function movement(first: CutoffPoint, simulated: readonly CutoffPoint[], stream: string, { t, format }: Words): string {
  const last = simulated[simulated.length - 1]
  const cutoff = last.cutoff
  const date = format.date(last.date)
  const extreme = farthest(simulated, first.cutoff)
  if (isTurn(first.cutoff, extreme.cutoff, cutoff)) {
    const turn = { stream, cutoff, turn: extreme.cutoff, turnDate: format.date(extreme.date) }
    return t(extreme.cutoff < first.cutoff ? 'trend.fallsThenRises' : 'trend.risesThenFalls', turn)
  }
  if (Math.abs(cutoff - first.cutoff) < STEADY_POINTS) return t('trend.steady', { stream, cutoff, date })
  return t(cutoff > first.cutoff ? 'trend.rises' : 'trend.falls', { stream, from: first.cutoff, cutoff, date })
}

/** @example "The CEC cutoff falls to 508 by June 3, 2026, then recovers to 521" */
export function cutoffFinding(series: readonly CutoffSeries[], startDate: string, words: Words): string {
  const { t, format } = words
  const lead = leadingStream(series)
  if (!lead) return t('trend.none')
  const stream = t(`stream.${lead.stream}`)
  const before = lastBefore(lead, startDate)
  const [first] = lead.simulated
  if (!first) {
    if (!before) return t('trend.none')
    return t('trend.lastPublished', { stream, cutoff: before.cutoff, date: format.date(before.date) })
  }
  const error = replayError(lead)
  if (error !== null) return t('trend.replay', { stream, points: format.integer(error) })
  if (!before && lead.simulated.length === 1)
    return t('trend.first', { stream, cutoff: first.cutoff, date: format.date(first.date) })
  return movement(before ?? first, lead.simulated, stream, words)
}

/** @example "The pool grows by 4,210 to 241,512 people by June 3, 2026" */
export function poolFinding(points: readonly PoolPoint[], { t, format }: Words): string {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return t('pool.none')
  if (points.length === 1) return t('pool.atStart', { count: first.total })
  const total = format.integer(last.total)
  const date = format.date(last.date)
  const change = last.total - first.total
  if (Math.abs(change) < first.total * STEADY_SHARE) return t('pool.steady', { total, date })
  return t(change > 0 ? 'pool.grows' : 'pool.shrinks', { change: format.integer(Math.abs(change)), total, date })
}

export interface StreamInvitations {
  stream: Stream
  draws: number
  invited: number
}

/** Invitations by stream, most first; equal ones keep the order of their first draw. */
export function invitationsByStream(draws: readonly DrawEvent[]): StreamInvitations[] {
  const byStream = new Map<Stream, StreamInvitations>()
  for (const { stream, invited } of draws) {
    const sum = byStream.get(stream) ?? { stream, draws: 0, invited: 0 }
    sum.draws += 1
    sum.invited += invited
    byStream.set(stream, sum)
  }
  return [...byStream.values()].sort((a, b) => b.invited - a.invited)
}

/** @example "CEC draws issue 52% of 34,500 invitations" */
export function invitationsFinding(rows: readonly StreamInvitations[], { t, format }: Words): string {
  const invited = rows.reduce((sum, row) => sum + row.invited, 0)
  const most = rows[0]
  if (!most || invited === 0) return t('invitations.none')
  const stream = t(`stream.${most.stream}`)
  const total = format.integer(invited)
  if (most.invited === invited) return t('invitations.only', { stream, total, count: most.draws })
  return t('invitations.mostly', { stream, total, share: format.percent(most.invited / invited) })
}

/** @example "92% of the 5,000 people invited on June 3, 2026 live in Canada; 61% are 20 to 29" */
export function compositionFinding(draw: DrawEvent | undefined, { t, format }: Words): string {
  if (!draw || draw.invited === 0) return t('composition.none')
  const { residence, age }: Composition = draw.composition
  const ageGroup: (typeof ageGroups)[number] = largestGroup(age)
  return t('composition.finding', {
    invited: format.integer(draw.invited),
    date: format.date(draw.date),
    residence: format.percent(residence.canada / draw.invited),
    age: format.percent(age[ageGroup] / draw.invited),
    ageGroup: t(`composition.value.age.${ageGroup}`),
  })
}

/** @example "23 draws have issued 45,000 invitations" */
export function drawsFinding(draws: readonly DrawEvent[], { t, format }: Words): string {
  if (draws.length === 0) return t('draws.none')
  const invited = draws.reduce((sum, draw) => sum + draw.invited, 0)
  return t('draws.finding', { count: draws.length, invited: format.integer(invited) })
}

/** One draw in one sentence, as it is announced and shown above the chart. */
export function drawSentence(draw: DrawEvent, { t, format }: Words): string {
  const eligible = format.integer(draw.eligible)
  const outcome =
    draw.cutoff === null
      ? t('live.outcomeNobody')
      : t('live.outcomeCutoff', { count: draw.invited, eligible, cutoff: draw.cutoff })
  return t('live.lastDraw', {
    number: draw.number,
    date: format.date(draw.date),
    stream: t(`stream.${draw.stream}`),
    outcome,
  })
}
