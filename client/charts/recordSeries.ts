import { parseDay } from '../../shared/lib/day.ts'
import type { PredictedDraw } from '../../shared/schema/backtest.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { CutoffPoint } from './cutoffSeries.ts'
import { type FanPoint, fanPoint } from './fanSeries.ts'

/** The draws of one stream, oldest first: what happened, what was predicted, and the last cutoff known when it was. */
export interface RecordSeries {
  stream: Stream
  actual: readonly CutoffPoint[]
  predicted: readonly FanPoint[]
  /** Without the draws that had none. */
  last: readonly CutoffPoint[]
}

const cutoffPoint = (date: string, cutoff: number): CutoffPoint => ({ date, day: parseDay(date), cutoff })

export function recordSeries(draws: readonly PredictedDraw[], stream: Stream): RecordSeries {
  const own = draws.filter((draw) => draw.stream === stream)
  return {
    stream,
    actual: own.map(({ date, actual }) => cutoffPoint(date, actual)),
    predicted: own.map(({ date, p10, p25, p50, p75, p90 }) => fanPoint(date, { p10, p25, p50, p75, p90 })),
    last: own.flatMap(({ date, persistence }) => (persistence === null ? [] : [cutoffPoint(date, persistence)])),
  }
}

/**
 * Lowest and highest score that a chart of the series has to show. The last cutoff does not count: before the first draw it
 * may be years old and far from all that follows.
 */
export function recordExtent({ actual, predicted }: RecordSeries): [number, number] {
  const values = [...actual.map(({ cutoff }) => cutoff), ...predicted.flatMap(({ p10, p90 }) => [p10, p90])]
  return [Math.min(...values), Math.max(...values)]
}
