import { FlowModel } from '../flows/flowModel.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { forecastAssumptions } from './assumptions.ts'
import { LastCutoffs } from './lastCutoff.ts'
import { pooled, predictedDraw, sampleOfOdds } from './predicted.ts'
import type { ScoredDraw } from './skill.ts'

/** Told after each draw of the history how many of them are done. */
export type OnDraw = (done: number, of: number) => void

/**
 * Walks history with real sizes: before each draw from `from` to `to` its cutoff is predicted from that draw's date, stream
 * and size, the draws before it and the pool table published with it, and from nothing else. Nominee draws, and draws before
 * anything is known of the pool, are predicted as the last cutoff again.
 *
 * @param history oldest first; the filter learns from all of it
 */
export function replay(
  history: readonly PublishedDraw[],
  { from, to }: { from: string; to: string },
  onDraw?: OnDraw,
): ScoredDraw[] {
  const model = new FlowModel()
  const last = new LastCutoffs()
  const scored: ScoredDraw[] = []
  const walked = history.filter(({ date }) => date <= to)
  for (let first = 0; first < walked.length; ) {
    // What happened on the day itself is not known yet: the draws of a day are all predicted before any is learnt.
    const ofDay = walked.filter(({ date }, index) => index >= first && date === walked[first].date)
    for (const draw of ofDay) {
      model.lookAhead(draw)
      if (draw.date >= from) scored.push(predictOne(draw, model, last))
    }
    for (const draw of ofDay) {
      model.learn(draw)
      last.learn(draw)
    }
    first += ofDay.length
    onDraw?.(first, walked.length)
  }
  return scored
}

function predictOne(draw: PublishedDraw, model: FlowModel, last: LastCutoffs): ScoredDraw {
  const persistence = last.of(draw.stream)
  const odds = model.predict(draw.stream, draw.size)
  const { fewDraws, weight } = forecastAssumptions.lastCutoff
  if (odds) {
    const sample = sampleOfOdds(odds)
    const isNew = persistence !== null && last.count(draw.stream) < fewDraws
    const mixed = isNew ? pooled(sample, last.sample(draw.stream, model.assumptions), weight) : sample
    return predictedDraw(draw, mixed, { basis: 'flows', persistence })
  }
  return predictedDraw(draw, last.sample(draw.stream, model.assumptions), {
    ...{ basis: 'last-cutoff', persistence },
    median: persistence ?? undefined,
  })
}
