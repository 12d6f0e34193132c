import type { ReactNode } from 'react'
import type { Stream } from '../../../../shared/schema/common.ts'
import type { IntervalRow } from '../../../charts/IntervalRows.tsx'
import { linearScale } from '../../../charts/scales.ts'
import { valueAxis } from '../../../charts/valueAxis.ts'

/** A difference with an interval around it, before there is a scale. */
export interface DifferenceRow {
  key: string
  label: ReactNode
  stream: Stream
  mean: number
  low: number
  high: number
  value: string
}

const MOST_TICKS = 4

/** Differences on a common scale that has a strong line at 0. */
export function onOneScale(rows: readonly DifferenceRow[], tickText: (value: number) => string) {
  const axis = valueAxis(
    Math.min(0, ...rows.map(({ low }) => low)),
    Math.max(0, ...rows.map(({ high }) => high)),
    MOST_TICKS,
  )
  const place = linearScale(axis)
  return {
    ticks: axis.ticks.map((tick) => ({ at: place(tick), text: tickText(tick), strong: tick === 0 })),
    rows: rows.map(
      ({ key, label, stream, mean, low, high, value }): IntervalRow => ({
        ...{ key, label, stream, dashed: false, value },
        ...{ low: place(low), high: place(high), mark: place(mean), hollow: true },
      }),
    ),
  }
}
