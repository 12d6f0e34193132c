import type { Change } from '../../../../shared/schema/chance.ts'
import type { Words } from '../../../i18n/words.ts'

/** @example "2 dates matter to you in the year ahead" */
export const calendarFinding = (changes: readonly Change[], { t }: Words): string =>
  changes.length === 0 ? t('chancePanel.calendar.none') : t('chancePanel.calendar.finding', { count: changes.length })

/** "Birthday; another year of work in Canada" */
export const whatHappens = ({ kinds }: Change, { t }: Words): string =>
  kinds.map((kind) => t(`chancePanel.calendar.kind.${kind}`)).join('; ')

/** "opens Healthcare; closes FST"; empty when nothing does. */
export function streamsText({ opens, closes }: Change, { t }: Words): string {
  const names = (streams: Change['opens']) => streams.map((stream) => t(`stream.${stream}`)).join(', ')
  return [
    opens.length > 0 ? t('chancePanel.calendar.opens', { streams: names(opens) }) : '',
    closes.length > 0 ? t('chancePanel.calendar.closes', { streams: names(closes) }) : '',
  ]
    .filter(Boolean)
    .join('; ')
}

/** "December 17, 2026: Birthday (-5)" */
export const changeLine = (change: Change, words: Words): string =>
  words.t('chancePanel.calendar.line', {
    date: words.format.date(change.date),
    what: [whatHappens(change, words), streamsText(change, words)].filter(Boolean).join('; '),
    points: words.format.signed(change.points),
  })
