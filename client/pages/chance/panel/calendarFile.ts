import { formatDay, parseDay } from '../../../../shared/lib/day.ts'
import type { Change } from '../../../../shared/schema/chance.ts'
import type { Words } from '../../../i18n/words.ts'
import { streamsText, whatHappens } from './calendar.ts'

/** Longest line of the format, in bytes; the rest goes on after a space (RFC 5545, 3.1). */
const LINE_BYTES = 75

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** A line in pieces that are short enough, none of which cuts a character. */
function folded(line: string): string {
  const pieces = ['']
  for (const character of line) {
    const room = pieces.length === 1 ? LINE_BYTES : LINE_BYTES - 1
    if (bytesOf(pieces[pieces.length - 1] + character) > room) pieces.push('')
    pieces[pieces.length - 1] += character
  }
  return pieces.join('\r\n ')
}

/** Commas, semicolons and backslashes mean something in the format. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`)

const dateOf = (date: string): string => date.replaceAll('-', '')

/**
 * The days that matter as a calendar file (iCalendar, RFC 5545): one event of a whole day each.
 *
 * @param madeOn the day the calendar was made, which the format asks for
 */
export function calendarFile(changes: readonly Change[], madeOn: string, words: Words): string {
  const events = changes.flatMap((change, index) => {
    const streams = streamsText(change, words)
    const points = change.points === 0 ? '' : words.t('chancePanel.points', { count: change.points })
    const description = [points, streams].filter(Boolean).join('; ')
    return [
      'BEGIN:VEVENT',
      `UID:${dateOf(change.date)}-${index}@express-entry-simulator`,
      `DTSTAMP:${dateOf(madeOn)}T000000Z`,
      `DTSTART;VALUE=DATE:${dateOf(change.date)}`,
      `DTEND;VALUE=DATE:${dateOf(formatDay(parseDay(change.date) + 1))}`,
      `SUMMARY:${escaped(`Express Entry: ${whatHappens(change, words)}`)}`,
      ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
      'END:VEVENT',
    ]
  })
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//express-entry-simulator//EN', ...events, 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}
