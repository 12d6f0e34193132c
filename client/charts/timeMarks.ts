import { type Day, parseDay } from '../../shared/lib/day.ts'
import ruleDates from '../data/ruleDates.json'
import type { Words } from '../i18n/words.ts'
import type { TimeMark } from './timeMark.ts'

/** Beyond this the marks stand so close that each needs a row of its own. */
const CROWDED_DAYS = 1200

interface MarkedTime {
  from: Day
  to: Day
  /** Where published values end and simulated ones begin. */
  start: { date: string; text: string }
  /** Days on which other rules took over in mid-run. */
  rules?: readonly { date: string }[]
}

/** Rule changes inside the days shown, and where the simulation starts. */
export function timeMarks({ from, to, start, rules = [] }: MarkedTime, { t }: Words, narrow: boolean): TimeMark[] {
  const isCrowded = narrow || to - from > CROWDED_DAYS
  const marks: TimeMark[] = [
    { day: parseDay(ruleDates.pointsInForceFrom.date), text: t('trend.jobOfferEnds'), row: 0 },
    { day: parseDay(start.date), text: start.text, strong: true, row: 1 },
    { day: parseDay(ruleDates.newPointsFrom.date), text: t('trend.newRules'), row: isCrowded ? 2 : 0 },
  ]
  for (const { date } of rules) {
    const day = parseDay(date)
    const isNamed = marks.some((mark) => mark.day === day)
    if (!isNamed) marks.push({ day, text: t('trend.rulesChange'), row: isCrowded ? 3 : 2 })
  }
  return marks.filter(({ day }) => day >= from && day <= to)
}
