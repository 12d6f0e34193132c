import { errorOf } from '../../shared/record/misses.ts'
import type { PredictedDraw } from '../../shared/schema/backtest.ts'
import { signed, whole } from './figures.ts'
import { type MarkdownColumn, markdownTable } from './markdownTable.ts'

const columns: readonly MarkdownColumn[] = [
  { label: 'date' },
  { label: 'draw', numeric: true },
  { label: 'stream' },
  { label: 'size', numeric: true },
  { label: 'actual', numeric: true },
  { label: 'predicted', numeric: true },
  { label: '50 % band', numeric: true },
  { label: '80 % band', numeric: true },
  { label: 'last cutoff', numeric: true },
  { label: 'error', numeric: true },
]

/** Draws with what was predicted for them, in the order given. */
export const drawsTable = (draws: readonly PredictedDraw[]): string =>
  markdownTable(
    columns,
    draws.map((draw) => [
      draw.date,
      draw.draw,
      draw.stream,
      whole(draw.size),
      whole(draw.actual),
      whole(draw.p50),
      `${draw.p25}–${draw.p75}`,
      `${draw.p10}–${draw.p90}`,
      whole(draw.persistence),
      signed(errorOf(draw)),
    ]),
  )
