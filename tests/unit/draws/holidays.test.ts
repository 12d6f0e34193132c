import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { isFederalHoliday } from '../../../shared/draws/holidays.ts'
import { formatDay, isWeekend, parseDay } from '../../../shared/lib/day.ts'

/** The working days of a year on which federal offices are closed. */
function closedWorkdays(year: number): string[] {
  const closed: string[] = []
  for (let day = parseDay(`${year}-01-01`); day <= parseDay(`${year}-12-31`); day++) {
    if (isFederalHoliday(day) && !isWeekend(day)) closed.push(formatDay(day).slice(5))
  }
  return closed
}

describe('federal holidays', () => {
  it('of 2024 are the twelve that Library and Archives Canada lists', () => {
    const listed = '01-01 03-29 04-01 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26'
    expect(closedWorkdays(2024).join(' ')).toBe(listed)
  })

  it('on a weekend are carried to the next working day, Christmas and Boxing Day to two', () => {
    const of2021 = '01-01 04-02 04-05 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28'
    expect(closedWorkdays(2021).join(' ')).toBe(of2021)
    expect(closedWorkdays(2023)).toEqual(expect.arrayContaining(['01-02', '07-03', '10-02', '11-13']))
    expect(closedWorkdays(2022)).toEqual(expect.arrayContaining(['12-26', '12-27']))
  })

  it('follow Easter through the years', () => {
    const goodFridays = [
      '2015-04-03',
      '2019-04-19',
      '2025-04-18',
      '2026-04-03',
      '2027-03-26',
      '2030-04-19',
      '2038-04-23',
    ]
    for (const date of goodFridays) {
      expect([date, isFederalHoliday(parseDay(date)), isFederalHoliday(parseDay(date) + 3)]).toEqual([date, true, true])
    }
  })

  it('begin with the year they were made in, and one was held once', () => {
    expect(closedWorkdays(2020)).not.toContain('09-30')
    expect(closedWorkdays(2022)).toContain('09-19')
    expect(closedWorkdays(2023)).not.toContain('09-19')
  })

  it('saw none of the published draws, nor did the days from 24 December to 3 January', () => {
    const dates = publishedDraws.map(({ date }) => date)
    expect(dates.filter((date) => isFederalHoliday(parseDay(date)))).toEqual([])
    expect(dates.filter((date) => date.slice(5) >= '12-24' || date.slice(5) <= '01-03')).toEqual([])
  })
})
