import type { Paired } from '../../../../shared/schema/comparison.ts'
import type { Words } from '../../../i18n/words.ts'
import { type DifferenceRow, onOneScale } from './differenceRows.ts'
import { intervalText } from './pairedText.ts'

const HUNDRED = 100

/** Differences of shares as rows on one scale, in percentage points; those that nobody knows are left out. */
export function shareRows(members: readonly { text: string; share: Paired | null }[], words: Words) {
  const rows = members.flatMap(({ text, share }): DifferenceRow[] => {
    if (!share) return []
    const { mean, low, high } = share.difference
    return [
      {
        ...{ key: text, label: text, stream: 'general' },
        ...{ mean: HUNDRED * mean, low: HUNDRED * (low ?? mean), high: HUNDRED * (high ?? mean) },
        value: intervalText(share, 'share', words),
      },
    ]
  })
  return onOneScale(rows, words.format.signed)
}
