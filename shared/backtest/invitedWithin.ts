import { type Day, parseDay } from '../lib/day.ts'
import { randomStream } from '../lib/random.ts'
import type { InvitedWithin, ReliabilityBin } from '../schema/backtest.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { forecastAssumptions } from './assumptions.ts'
import { futuresFrom, type Known, walkTo } from './forecast.ts'
import type { OnDraw } from './replay.ts'

/** Random walks of the reference. */
const WALKS = 400

/** One statement: the chance given three ways, and whether it came true. */
interface Statement {
  chance: number
  byLastCutoff: number
  byRandomWalk: number
  cameTrue: 0 | 1
}

interface Question {
  stream: Stream
  days: number
}

/** Draws of a stream after a day until another. */
const drawsBetween = (history: readonly PublishedDraw[], stream: Stream, after: Day, until: Day): PublishedDraw[] =>
  history.filter((draw) => draw.stream === stream && parseDay(draw.date) > after && parseDay(draw.date) <= until)

/**
 * Lowest cutoffs of random walks from the last one: steps as the stream's last changes, as many as it had draws in as many days
 * before. Infinity where the walk has no step.
 */
function walkedLowest(history: readonly PublishedDraw[], { stream, days }: Question, origin: Day): Float64Array {
  const before = history.filter((draw) => draw.stream === stream && parseDay(draw.date) <= origin)
  const changes = before
    .slice(1)
    .map(({ cutoff }, index) => cutoff - before[index].cutoff)
    .slice(-24)
  const steps = drawsBetween(history, stream, origin - days, origin).length
  const random = randomStream('backtest', `random-walk/${stream}/${days}/${origin}`)
  return Float64Array.from({ length: WALKS }, () => {
    let cutoff = before[before.length - 1].cutoff
    let lowest = Number.POSITIVE_INFINITY
    for (let step = 0; step < steps; step++) {
      cutoff += changes.length === 0 ? 0 : changes[random.integer(changes.length)]
      lowest = Math.min(lowest, cutoff)
    }
    return lowest
  })
}

const shareAtMost = (values: ArrayLike<number>, score: number): number => {
  let count = 0
  for (let index = 0; index < values.length; index++) if (values[index] <= score) count += 1
  return values.length === 0 ? 0 : count / values.length
}

/** Every statement about one question made on one day. */
function statements(
  history: readonly PublishedDraw[],
  question: Question,
  lowest: ArrayLike<number>,
  known: Known,
): Statement[] {
  const { stream, days } = question
  const scores = forecastAssumptions.invitedWithin.scores[stream]
  const lastCutoff = known.last.of(stream)
  if (!scores || lastCutoff === null) return []
  const happened = drawsBetween(history, stream, known.day, known.day + days).map(({ cutoff }) => cutoff)
  const walked = walkedLowest(history, question, known.day)
  const { weight } = forecastAssumptions.lastCutoff
  const made: Statement[] = []
  for (let score = scores.from; score <= scores.to; score += scores.step) {
    const byRandomWalk = shareAtMost(walked, score)
    made.push({
      chance: (1 - weight) * shareAtMost(lowest, score) + weight * byRandomWalk,
      byLastCutoff: score >= lastCutoff ? 1 : 0,
      byRandomWalk,
      cameTrue: happened.some((cutoff) => cutoff <= score) ? 1 : 0,
    })
  }
  return made
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

function meanSquare(made: readonly Statement[], chanceOf: (statement: Statement) => number): number | null {
  if (made.length === 0) return null
  return rounded(made.reduce((sum, one) => sum + (chanceOf(one) - one.cameTrue) ** 2, 0) / made.length)
}

function reliability(made: readonly Statement[]): ReliabilityBin[] {
  const bins = forecastAssumptions.invitedWithin.reliabilityBins
  return Array.from({ length: bins }, (_, bin) => {
    const inBin = made.filter(({ chance }) => Math.min(bins - 1, Math.floor(chance * bins)) === bin)
    const mean = (of: (statement: Statement) => number): number | null =>
      inBin.length === 0 ? null : rounded(inBin.reduce((sum, one) => sum + of(one), 0) / inBin.length)
    return {
      ...{ from: bin / bins, to: (bin + 1) / bins, n: inBin.length },
      ...{ predicted: mean(({ chance }) => chance), observed: mean(({ cameTrue }) => cameTrue) },
    }
  })
}

/** Days statements are made on: those whose future is known, on which the stream was in practice. */
const isInPractice = ({ practice }: Known, stream: Stream): boolean => practice.streams.includes(stream)

/**
 * Scores "a score of this stream is invited within so many days": made at regular days from `from` for a grid of scores, where
 * what came of it is known by the end of the history. The chance is that of imagined futures, mixed with the random walk as
 * forecasts of single draws are mixed with the last cutoff. Beside it "yes if at or above the last cutoff" and a bootstrap random walk.
 */
export function scoreInvitedWithin(
  history: readonly PublishedDraw[],
  { from, to }: { from: string; to: string },
  onDay?: OnDraw,
): InvitedWithin[] {
  const { everyDays, days: lengths, scores } = forecastAssumptions.invitedWithin
  const questions = (Object.keys(scores) as Stream[]).flatMap((stream) => lengths.map((days) => ({ stream, days })))
  const newest = history.at(-1)
  const end = newest === undefined || newest.date > to ? parseDay(to) : parseDay(newest.date)
  const origins: Day[] = []
  for (let day = parseDay(from); day < end; day += everyDays) origins.push(day)
  const made = new Map(questions.map((question) => [question, [] as Statement[]]))
  const asked = new Map(questions.map((question) => [question, 0]))
  walkTo(
    history,
    origins,
    (known) => {
      const longest = Math.max(...lengths)
      const futures = futuresFrom(known, known.day + longest)
      for (const question of questions) {
        const { stream, days } = question
        if (known.day + days > end || !isInPractice(known, stream)) continue
        const lowest = futures.map(({ draws }) =>
          draws
            .filter((draw) => draw.stream === stream && draw.day <= known.day + days)
            .reduce((least, { cutoff }) => Math.min(least, cutoff), Number.POSITIVE_INFINITY),
        )
        made.get(question)?.push(...statements(history, question, lowest, known))
        asked.set(question, (asked.get(question) ?? 0) + 1)
      }
    },
    onDay,
  )
  return questions.map((question) => {
    const all = made.get(question) ?? []
    return {
      ...question,
      n: all.length,
      brier: meanSquare(all, ({ chance }) => chance),
      lastCutoffBrier: meanSquare(all, ({ byLastCutoff }) => byLastCutoff),
      randomWalkBrier: meanSquare(all, ({ byRandomWalk }) => byRandomWalk),
      scores: scores[question.stream] as { from: number; to: number; step: number },
      origins: asked.get(question) ?? 0,
      reliability: reliability(all),
    }
  })
}
