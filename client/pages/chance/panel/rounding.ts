import type { ChanceByDate } from '../../../../shared/schema/chance.ts'
import type { Words } from '../../../i18n/words.ts'

/** "72 of 100"; never none or all of what is not quite. */
export function perHundred(share: number, { t }: Words): string {
  if (share > 0 && share < 0.01) return t('chancePanel.chance.fewest')
  if (share < 1 && share > 0.99) return t('chancePanel.chance.most')
  return t('chancePanel.chance.of', { count: Math.round(share * 100) })
}

/** A chance gained, in whole percentage points: +8 */
export const gainText = (gained: number, { format }: Words): string => format.signed(Math.round(100 * gained))

/** "69–75%", as far apart as they are written. */
export function intervalText({ low, high }: ChanceByDate, { format }: Words): string {
  const [from, to] = [format.percent(low), format.percent(high)]
  return from === to ? from : `${from}–${to}`
}
