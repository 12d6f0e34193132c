import { FlowModel } from '../flows/flowModel.ts'
import { categoryStreams } from '../flows/groups.ts'
import { PossiblePools } from '../flows/possiblePool.ts'
import { type Day, formatDay, parseDay } from '../lib/day.ts'
import { randomStream } from '../lib/random.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { forecastAssumptions } from './assumptions.ts'
import { LastCutoffs } from './lastCutoff.ts'
import { type ImaginedDraw, RecentPractice } from './practice.ts'
import { pooled, predictedDraw } from './predicted.ts'
import type { OnDraw } from './replay.ts'
import type { ScoredDraw } from './skill.ts'

/** Days ahead a draw is forecast. */
export const horizonsDays = [30, 90, 180] as const

/** All that is known at the end of a day, to look ahead from. */
export interface Known {
  day: Day
  model: FlowModel
  last: LastCutoffs
  practice: RecentPractice
}

/** Walks history and stops at the end of given days, each time with what was known then. */
export function walkTo(
  history: readonly PublishedDraw[],
  days: readonly Day[],
  visit: (known: Known) => void,
  onDay?: OnDraw,
): void {
  const model = new FlowModel()
  const last = new LastCutoffs()
  const held: { draw: PublishedDraw; persons: number }[] = []
  const inOrder = [...new Set(days)].sort((a, b) => a - b)
  let next = 0
  for (const [index, day] of inOrder.entries()) {
    for (; next < history.length && parseDay(history[next].date) <= day; next++) {
      const draw = history[next]
      model.lookAhead(draw)
      held.push({ draw, persons: model.besidesNominees(draw.stream, draw.size) })
      model.learn(draw)
      last.learn(draw)
    }
    if (model.hasBegun) {
      const then = model.copy()
      then.advanceTo(day)
      visit({ day, model: then, last, practice: new RecentPractice(held, day) })
    }
    onDay?.(index + 1, inOrder.length)
  }
}

const { shareWhenUnknown } = forecastAssumptions.practice

/** Imagined futures from what is known: every draw until a day with its cutoff, one list a future. */
export function futuresFrom(
  known: Known,
  until: Day,
  alsoHeld: readonly { day: Day; stream: Stream }[] = [],
): { draws: (ImaginedDraw & { cutoff: number })[] }[] {
  const { model, practice, day: origin } = known
  const drawn = new Set([...practice.streams, ...alsoHeld.map(({ stream }) => stream)])
  const pools = new PossiblePools(
    model,
    categoryStreams.filter((stream) => drawn.has(stream)),
  )
  const random = randomStream('backtest', `futures/${formatDay(origin)}/${formatDay(until)}`)
  return Array.from({ length: forecastAssumptions.futures.count }, () => {
    const pool = pools.sample(random)
    const imagined = practice.imagine(until, random)
    const sure = alsoHeld.map(({ day, stream }) => ({
      ...{ day, stream },
      persons: practice.size(stream, random) ?? shareWhenUnknown * pool.people(stream),
    }))
    const planned = [...withoutNeighbours(imagined, alsoHeld, practice), ...sure].sort((a, b) => a.day - b.day)
    const draws = planned.flatMap((draw) => {
      pool.advanceTo(draw.day)
      const cutoff = pool.draw(draw.stream, draw.persons)
      return cutoff === undefined ? [] : [{ ...draw, cutoff }]
    })
    return { draws }
  })
}

/** A draw known to be held takes the place of imagined ones of its stream nearby. */
const withoutNeighbours = (
  imagined: readonly ImaginedDraw[],
  known: readonly { day: Day; stream: Stream }[],
  practice: RecentPractice,
): ImaginedDraw[] =>
  imagined.filter(({ day, stream }) =>
    known.every((one) => one.stream !== stream || Math.abs(one.day - day) > practice.usualGap(stream) / 2),
  )

/**
 * Forecasts the cutoff of every draw from `from` to `to` so many days before it: told its date and stream, not its size, and
 * nothing else of those days. Sizes and the other draws until then follow the practice of the year before.
 */
export function forecastDraws(
  history: readonly PublishedDraw[],
  { from, to }: { from: string; to: string },
  onDay?: OnDraw,
): ScoredDraw[] {
  const wanted = history
    .filter(({ date }) => date >= from && date <= to)
    .flatMap((draw) =>
      horizonsDays.map((horizonDays) => ({ draw, horizonDays, origin: parseDay(draw.date) - horizonDays })),
    )
  const scored: ScoredDraw[] = []
  walkTo(
    history,
    wanted.map(({ origin }) => origin),
    (known) => {
      for (const { draw, horizonDays } of wanted.filter(({ origin }) => origin === known.day)) {
        scored.push(forecastOne(draw, horizonDays, known))
      }
    },
    onDay,
  )
  return scored.sort((a, b) => byDraw(a, b) || (a.predicted.horizonDays ?? 0) - (b.predicted.horizonDays ?? 0))
}

const byDraw = (a: ScoredDraw, b: ScoredDraw): number =>
  a.predicted.date < b.predicted.date ? -1 : Number(a.predicted.date > b.predicted.date)

function forecastOne(draw: PublishedDraw, horizonDays: number, known: Known): ScoredDraw {
  const { last, model } = known
  const persistence = last.of(draw.stream)
  if (draw.stream === 'pnp') {
    return predictedDraw(draw, last.sample(draw.stream, model.assumptions), {
      ...{ basis: 'last-cutoff', persistence, horizonDays },
      median: persistence ?? undefined,
    })
  }
  const day = parseDay(draw.date)
  const futures = futuresFrom(known, day, [{ day, stream: draw.stream }])
  const cutoffs = futures.flatMap(({ draws }) =>
    draws.filter((one) => one.day === day && one.stream === draw.stream).map(({ cutoff }) => cutoff),
  )
  const lag = Math.max(1, Math.round(horizonDays / Math.max(1, known.practice.usualGap(draw.stream))))
  const sample = pooled(
    Float64Array.from(cutoffs),
    last.sample(draw.stream, model.assumptions, lag),
    forecastAssumptions.lastCutoff.weight,
  )
  return predictedDraw(draw, sample, { basis: 'flows', persistence, horizonDays })
}
