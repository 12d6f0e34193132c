import type { InvitedWithin, ReliabilityBin } from '../../shared/schema/backtest.ts'
import { percent, squared, whole } from './figures.ts'
import { markdownTable } from './markdownTable.ts'

const owner = [{ label: 'stream' }, { label: 'within', numeric: true }]
const ownerCells = ({ stream, days }: InvitedWithin) => [stream, `${days} days`]

/** Brier scores beside their two references. */
export const brierTable = (statements: readonly InvitedWithin[]): string =>
  markdownTable(
    [
      ...owner,
      ...['statements', 'dates', 'forecast', 'last cutoff', 'random walk'].map((label) => ({ label, numeric: true })),
    ],
    statements.map((one) => [
      ...ownerCells(one),
      whole(one.n),
      whole(one.origins),
      squared(one.brier),
      squared(one.lastCutoffBrier),
      squared(one.randomWalkBrier),
    ]),
  )

const rangeOf = ({ from, to }: ReliabilityBin): string => `${Math.round(from * 100)}–${Math.round(to * 100)} %`

/** What came true of the statements of each range of chances; a range without statements is a dash. */
export function reliabilityTable(statements: readonly InvitedWithin[]): string {
  const ranges = [...new Set(statements.flatMap(({ reliability }) => reliability.map(rangeOf)))]
  const cellOf = ({ reliability }: InvitedWithin, range: string): string => {
    const bin = reliability.find((one) => rangeOf(one) === range)
    return bin && bin.n > 0 ? `${percent(bin.observed)} (${bin.n})` : '–'
  }
  return markdownTable(
    [...owner, ...ranges.map((label) => ({ label, numeric: true }))],
    statements.map((one) => [...ownerCells(one), ...ranges.map((range) => cellOf(one, range))]),
  )
}
