import type { ComparisonResult, Difference, Paired } from '../../../../shared/schema/comparison.ts'
import type { Words } from '../../../i18n/words.ts'
import { isClear, isSame } from './pairedText.ts'

/** The alternative a figure shows. */
export interface Shown {
  result: ComparisonResult
  difference: Difference
  /** A, B, C, D. */
  name: string
}

/** Where the figures come from: pairs of runs, seed and version. */
export const sourceText = ({ runsDone, seed, engineVersion }: ComparisonResult, { t }: Words): string =>
  t('lab.compare.source', { pairs: t('lab.compare.pairs', { count: runsDone }), seed, version: engineVersion })

/** The member that differs most, up or down, of those whose interval leaves out 0; without one whether all are the same. */
export function mostDifferent<Member>(
  members: readonly Member[],
  pairedOf: (member: Member) => Paired | null,
): { member: Member; paired: Paired } | 'unclear' | 'same' {
  const known = members.flatMap((member) => {
    const paired = pairedOf(member)
    return paired ? [{ member, paired }] : []
  })
  const [most] = known
    .filter(({ paired }) => isClear(paired))
    .sort((a, b) => Math.abs(b.paired.difference.mean) - Math.abs(a.paired.difference.mean))
  return most ?? (known.every(({ paired }) => isSame(paired)) ? 'same' : 'unclear')
}
