import type { Ahead } from '../../shared/record/view.ts'

/** How the figures of docs/accuracy.md are written: in English, the same on every machine. */

const orDash = (write: (value: number) => string) => (value: number | null) => (value === null ? '–' : write(value))

/** Points to a tenth: 3.7 */
export const points = orDash((value) => value.toFixed(1))
/** A share in whole per cent: 83 % */
export const percent = orDash((share) => `${Math.round(share * 100) + 0} %`)
/** A mean squared error of chances: 0.043 */
export const squared = orDash((value) => value.toFixed(3))
/** A score or a count as it is. */
export const whole = orDash((value) => String(value))

/** +3, -5, 0 */
export const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))

export const aheadName = (ahead: Ahead): string =>
  ahead === null ? 'One draw ahead, told the size' : `${ahead} days ahead`
