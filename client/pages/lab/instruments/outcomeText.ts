import type { outcomeFigures } from '../../../../shared/schema/instrument.ts'
import type { Words } from '../../../i18n/words.ts'

export type OutcomeFigure = (typeof outcomeFigures)[number]

/** A difference of an outcome with its sign; invitations are whole. */
export const changeOf = (value: number, figure: OutcomeFigure, { format }: Words): string =>
  figure === 'invited' ? format.signed(Math.round(value)) : format.signedTenths(value)

/** The same with its unit: +12.8 points. */
export const changeText = (value: number, figure: OutcomeFigure, words: Words): string =>
  words.t(`lab.instruments.change.${figure}`, { value: changeOf(value, figure, words) })

/** A value of an outcome. */
export const outcomeText = (value: number, figure: OutcomeFigure, { format }: Words): string =>
  figure === 'invited' ? format.integer(value) : format.tenths(value)
