import type { ComparisonResult, Difference, Paired } from '../../../../shared/schema/comparison.ts'
import type { Words } from '../../../i18n/words.ts'

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

/** The member that differs most, up or down; undefined when none differs. */
export function mostDifferent<Member>(
  members: readonly Member[],
  pairedOf: (member: Member) => Paired | null,
): { member: Member; paired: Paired } | undefined {
  return members
    .flatMap((member) => {
      const paired = pairedOf(member)
      return paired && paired.difference.mean !== 0 ? [{ member, paired }] : []
    })
    .sort((a, b) => Math.abs(b.paired.difference.mean) - Math.abs(a.paired.difference.mean))[0]
}
