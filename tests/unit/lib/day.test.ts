import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  civilFromDay,
  completedMonths,
  completedYears,
  dayFromCivil,
  formatDay,
  formatInstant,
  isWeekend,
  parseDay,
  tryParseDay,
  tryParseInstant,
  weekday,
} from '../../../shared/lib/day.ts'

const millisecondsPerDay = 86_400_000
const anyDay = fc.integer({ min: parseDay('1900-01-01'), max: parseDay('2150-12-31') })

describe('civil dates', () => {
  it('agree with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * millisecondsPerDay)
        expect(formatDay(day)).toBe(date.toISOString().slice(0, 10))
        expect(weekday(day)).toBe(date.getUTCDay())
        expect(parseDay(formatDay(day))).toBe(day)
        expect(dayFromCivil(civilFromDay(day))).toBe(day)
      }),
    )
  })

  it('refuse days that do not exist', () => {
    for (const text of [
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-1-1',
      '',
      'today',
      '2025-04-31',
      '1899-12-31',
      '2200-01-01',
    ]) {
      expect(tryParseDay(text), text).toBeUndefined()
    }
    expect(() => parseDay('2025-02-29')).toThrow(RangeError)
  })

  it('know weekends', () => {
    expect(isWeekend(parseDay('2025-12-14'))).toBe(true)
    expect(isWeekend(parseDay('2025-12-15'))).toBe(false)
  })
})

describe('months', () => {
  it('end on the last day when the day of the month is missing', () => {
    expect(formatDay(addMonths(parseDay('2025-01-31'), 1))).toBe('2025-02-28')
    expect(formatDay(addMonths(parseDay('2024-02-29'), 12))).toBe('2025-02-28')
    expect(formatDay(addMonths(parseDay('2024-12-15'), -12))).toBe('2023-12-15')
  })

  it('are completed exactly when the day comes round', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (from, months) => {
        const to = addMonths(from, months)
        expect(completedMonths(from, to)).toBe(months)
        if (months > 0) expect(completedMonths(from, to - 1)).toBe(months - 1)
      }),
    )
  })

  it('make people a year older on their birthday', () => {
    expect(completedYears(parseDay('1996-02-29'), parseDay('2025-02-27'))).toBe(28)
    expect(completedYears(parseDay('1996-02-29'), parseDay('2025-02-28'))).toBe(29)
    expect(completedYears(parseDay('2030-01-01'), parseDay('2025-01-01'))).toBe(0)
  })

  it('outside the calendar are refused, not made up', () => {
    expect(() => addMonths(parseDay('2199-12-31'), 1300)).toThrow(RangeError)
    expect(() => addMonths(parseDay('1900-01-01'), -1300)).toThrow(RangeError)
    expect(() => addMonths(parseDay('1900-01-01') - 36_530, 12)).toThrow(RangeError)
    expect(() => addMonths(parseDay('2199-12-31') + 36_600, -12)).toThrow(RangeError)
  })
})

describe('instants', () => {
  it('go to the second and back', () => {
    expect(formatInstant(tryParseInstant('2025-12-17T12:26:48Z') ?? 0)).toBe('2025-12-17T12:26:48Z')
    expect(tryParseInstant('2025-12-17T24:00:00Z')).toBeUndefined()
    expect(tryParseInstant('2025-12-17 12:26:48')).toBeUndefined()
  })
})
