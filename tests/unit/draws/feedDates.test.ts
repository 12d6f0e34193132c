import { describe, expect, it } from 'vitest'
import { readFeedDate, readFeedInstant } from '../../../shared/draws/feedDates.ts'
import { formatDay, formatInstant, parseDay } from '../../../shared/lib/day.ts'

const notAfter = parseDay('2025-12-31')
const instant = (text: string) => {
  const time = readFeedInstant(text, notAfter)
  return time && formatInstant(time.value)
}

describe('times of the feed', () => {
  it.each([
    ['December 17, 2025 at 12:26:48 UTC', '2025-12-17T12:26:48Z'],
    ['July 06, 2023 14:25:05 UTC', '2023-07-06T14:25:05Z'],
    ['May 26, 2017, at 16:35:48 UTC', '2017-05-26T16:35:48Z'],
    ['April 20,2023 12:00:01 UTC', '2023-04-20T12:00:01Z'],
    ['February 2 2022 at 14:16:48 UTC', '2022-02-02T14:16:48Z'],
    ['January 23, 2025 at 2025-01-23 15:30:04 UTC', '2025-01-23T15:30:04Z'],
    ['May 29, 2024 at12:48:30 UTC', '2024-05-29T12:48:30Z'],
    ['October 25, 2023 at 15:48:39 AM UTC', '2023-10-25T15:48:39Z'],
    ['June 22, 2021 at 20:19:59 PM UTC', '2021-06-22T20:19:59Z'],
    ['June 22, 2021 at 8:19:59 PM UTC', '2021-06-22T20:19:59Z'],
    ['June 22, 2021 at 12:19:59 AM UTC', '2021-06-22T00:19:59Z'],
    ['August 30. 2023 at 17:30:21 UTC', '2023-08-30T17:30:21Z'],
    ['April 12th, 2025 at 09:00:00 UTC', '2025-04-12T09:00:00Z'],
    ['  March  05,  2025  at  1:48:36 UTC ', '2025-03-05T01:48:36Z'],
    ['March 05, 2025 at 05:10:48', '2025-03-05T05:10:48Z'],
    ['October 7 at 16:38:21 UTC', '2025-10-07T16:38:21Z'],
  ])('%s', (text, expected) => expect(instant(text)).toBe(expected))

  it('takes the latest year not after the draw where none is printed', () => {
    const time = readFeedInstant('December 30 at 10:00:00 UTC', parseDay('2026-01-07'))
    expect(time && formatInstant(time.value)).toBe('2025-12-30T10:00:00Z')
    expect(time?.decisions).toEqual(['it has no year; taken is the latest one not after the draw'])
  })

  it.each([
    'December 17, 2025',
    'Decembre 17, 2025 at 12:00:00 UTC',
    'December 32, 2025 at 12:00:00 UTC',
    'February 29, 2025 at 12:00:00 UTC',
    'December 17, 2025 at 25:00:00 UTC',
    'December 17, 2025 at 12:60:00 UTC',
    'December 17, 2025 at 12:00:00 EST',
    'December 17, 2025 at 2025-12-18 12:00:00 UTC',
    '',
  ])('does not read %j', (text) => expect(instant(text)).toBeUndefined())
})

describe('dates of the feed', () => {
  it.each([
    ['2025-12-17', '2025-12-17'],
    ['December 17, 2025', '2025-12-17'],
    ['April 12th, 2025', '2025-04-12'],
    ['July 3rd 2025', '2025-07-03'],
    ['August 30. 2023', '2023-08-30'],
    ['  June  8,  2023', '2023-06-08'],
  ])('%s', (text, expected) => {
    const date = readFeedDate(text)
    expect(date && formatDay(date.value)).toBe(expected)
  })

  it.each(['June 31, 2025', 'June 3', 'soon', '2025-13-01', 'June 3, 2025 at noon'])('does not read %j', (text) =>
    expect(readFeedDate(text)).toBeUndefined(),
  )
})
