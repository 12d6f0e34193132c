import type { Band } from '../../../shared/schema/common.ts'
import type { Words } from '../../i18n/words.ts'

const HIGHEST_BAND: Band = '601-1200'

/** 451-500 as people write it: 451–500; the highest band has no upper end worth naming. */
export const scoresText = (scores: string, { t }: Words): string =>
  scores === HIGHEST_BAND ? t('band.from601') : scores.replace('-', '–')
