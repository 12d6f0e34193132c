import type { Paired } from '../../shared/schema/comparison.ts'
import type { InstrumentFinding, Knob, SplitResult } from '../../shared/schema/instrument.ts'
import type { Column } from './table.ts'

const right = { align: 'right' } as const
type Row = (string | number | null)[]

/** `+11.8`; no sign before what is rounded to nothing. */
function signed(value: number): string {
  const text = value.toFixed(1)
  if (Number(text) === 0) return '0.0'
  return value > 0 ? `+${text}` : text
}
const between = (low: number | null, high: number | null): string | null =>
  low === null || high === null ? null : `${signed(low)} to ${signed(high)}`
const moved = (paired: Paired | null): (string | null)[] =>
  paired ? [signed(paired.difference.mean), between(paired.difference.low, paired.difference.high)] : [null, null]

/** A knob as it is written on the command line. */
const knobText = (knob: Knob): string => (typeof knob === 'string' ? knob : `sizes:${knob.sizesOf}`)

function splitRows({ effects, total }: SplitResult): Row[] {
  return [
    ...effects.map(({ factor, mean, low, high }) => [factor, signed(mean), between(low, high)]),
    ['together', signed(total.mean), between(total.low, total.high)],
  ]
}

/** What an instrument shows, as a table. */
export function tableOf(finding: InstrumentFinding): { columns: Column[]; rows: Row[] } {
  const change: Column[] = [
    { title: 'difference', ...right },
    { title: '95 % interval', ...right },
  ]
  switch (finding.instrument) {
    case 'response':
      return {
        columns: [
          { title: 'size', ...right },
          ...['p10', 'p50', 'p90'].map((title) => ({ title, ...right })),
          ...change,
        ],
        rows: finding.points.map(({ size, cutoff, difference }) => [
          ...[size, cutoff?.p10 ?? null, cutoff?.p50 ?? null, cutoff?.p90 ?? null],
          ...moved(difference),
        ]),
      }
    case 'tornado':
      return {
        columns: [{ title: 'assumption' }, { title: 'times', ...right }, ...change],
        rows: finding.entries.flatMap(({ knob, low, high }) =>
          [low, high].map(({ factor, difference }) => [knob, factor, ...moved(difference)]),
        ),
      }
    case 'sweep':
      return {
        columns: [
          { title: knobText(finding.y.knob), ...right },
          { title: knobText(finding.x.knob), ...right },
          ...change,
        ],
        rows: finding.cells.map(({ x, y, difference }) => [y, x, ...moved(difference)]),
      }
    case 'split':
      return { columns: [{ title: 'due to' }, ...change], rows: splitRows(finding) }
  }
}
