import type { ReformEffects } from '../../../../shared/reform/effects.ts'

export interface ScoreBin {
  /** Lowest score in it. */
  from: number
  before: number
  after: number
}

/** Bins with fewer people than this share of the fullest one are left out at both ends. */
const SMALLEST_SHARE = 0.002

/** The bins of a histogram from the first to the last that one could see. */
export function shownBins({ binPoints, before, after }: ReformEffects['histogram']): ScoreBin[] {
  const bins = before.map((count, index) => ({ from: index * binPoints, before: count, after: after[index] ?? 0 }))
  const least = SMALLEST_SHARE * Math.max(...before, ...after)
  const isSeen = (bin: ScoreBin) => bin.before + bin.after > 0 && Math.max(bin.before, bin.after) >= least
  return bins.slice(Math.max(0, bins.findIndex(isSeen)), bins.findLastIndex(isSeen) + 1)
}
