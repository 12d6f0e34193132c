import type { InvitedWithin, ReliabilityBin } from '../schema/backtest.ts'

/** A bin with statements in it. */
export interface FilledBin extends ReliabilityBin {
  predicted: number
  observed: number
}

export const filledBins = (bins: readonly ReliabilityBin[]): FilledBin[] =>
  bins.flatMap((bin) =>
    bin.n > 0 && bin.predicted !== null && bin.observed !== null
      ? [{ ...bin, predicted: bin.predicted, observed: bin.observed }]
      : [],
  )

/** Mean distance between stated chance and observed share, 0 to 1, over all statements; null when there are none. */
export function calibrationGap(bins: readonly ReliabilityBin[]): number | null {
  const filled = filledBins(bins)
  const statements = filled.reduce((sum, { n }) => sum + n, 0)
  if (statements === 0) return null
  return filled.reduce((sum, { n, predicted, observed }) => sum + n * Math.abs(predicted - observed), 0) / statements
}

/** The numbers of days within which an invitation was stated, least first. */
export const windowsOf = (statements: readonly InvitedWithin[]): number[] =>
  [...new Set(statements.map(({ days }) => days))].sort((a, b) => a - b)
