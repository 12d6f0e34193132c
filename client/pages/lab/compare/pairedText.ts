import type { Paired } from '../../../../shared/schema/comparison.ts'
import type { Words } from '../../../i18n/words.ts'

/** In what a figure is counted: points and days with a decimal, people whole, shares in percentage points. */
export type Measure = 'tenths' | 'people' | 'share'

const HUNDRED = 100

/** A value of a figure. */
export function figureText(value: number, measure: Measure, { format }: Words): string {
  if (measure === 'people') return format.integer(value)
  return measure === 'share' ? format.finePercent(value) : format.tenths(value)
}

/** A difference of a figure, with its sign; of shares in percentage points. */
export function differenceText(value: number, measure: Measure, { format }: Words): string {
  if (measure === 'people') return format.signed(Math.round(value))
  return format.signedTenths(measure === 'share' ? HUNDRED * value : value)
}

type Mean = Pick<Paired['difference'], 'mean' | 'low' | 'high'>

/** Whether the interval of a mean leaves out 0; a mean of one run has none. */
export const isClearMean = ({ mean, low, high }: Mean): boolean =>
  low !== null && high !== null && mean !== 0 && (low > 0 || high < 0)

/** Whether the interval leaves out no difference at all. */
export const isClear = ({ difference }: Paired): boolean => isClearMean(difference)

/** Whether nothing differs in any run. */
export const isSame = ({ difference: { mean, low, high } }: Paired): boolean => mean === 0 && low === high

/** A difference with its interval: -12.3 (-13.1 to -11.5). */
export function intervalText(paired: Paired, measure: Measure, words: Words): string {
  const { mean, low, high } = paired.difference
  const difference = differenceText(mean, measure, words)
  if (low === null || high === null || (low === mean && high === mean)) return difference
  return words.t('lab.compare.table.value', {
    difference,
    low: differenceText(low, measure, words),
    high: differenceText(high, measure, words),
  })
}
