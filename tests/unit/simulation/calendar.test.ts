import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Calendar } from '../../../shared/simulation/calendar.ts'

const due = (calendar: Calendar, day: number): [number, number][] => {
  const entries: [number, number][] = []
  calendar.visit(day, (row, note) => entries.push([row, note]))
  return entries
}

describe('a calendar', () => {
  it('gives each day its entries in the order they were added, and forgets what lies beyond its end', () => {
    const calendar = new Calendar(100, 10)
    calendar.add(101, 0, 5)
    calendar.add(101, 7)
    calendar.add(105, 1, -1)
    calendar.add(110, 3)
    expect(due(calendar, 101)).toEqual([
      [0, 5],
      [7, 0],
    ])
    expect(due(calendar, 105)).toEqual([[1, -1]])
    for (const day of [99, 100, 109, 110, 111]) expect(due(calendar, day)).toEqual([])
  })

  it('has what is overdue at its start on its first day', () => {
    const calendar = new Calendar(100, 10)
    calendar.add(42, 8)
    expect(due(calendar, 100)).toEqual([[8, 0]])
  })

  it('lets a visit add to later days', () => {
    const calendar = new Calendar(0, 3)
    for (let row = 0; row < 200; row++) calendar.add(0, row)
    calendar.visit(0, (row) => calendar.add(2, row))
    expect(due(calendar, 2).map(([row]) => row)).toEqual(Array.from({ length: 200 }, (_, row) => row))
  })

  it('keeps the days of a calendar without days empty', () => {
    const calendar = new Calendar(5, 0)
    calendar.add(5, 1)
    expect(due(calendar, 5)).toEqual([])
  })

  it('is what a list a day would be, however many entries there are, and again after it was cleared', () => {
    const entry = fc.tuple(fc.integer({ min: -2, max: 9 }), fc.nat(1e9), fc.integer({ min: -1e9, max: 1e9 }))
    const few = fc.array(entry, { maxLength: 40 })
    const many = fc.array(entry, { minLength: 300, maxLength: 900 })
    fc.assert(
      fc.property(fc.array(fc.oneof(few, many), { minLength: 1, maxLength: 3 }), (rounds) => {
        const calendar = new Calendar(0, 8, 2)
        for (const entries of rounds) {
          calendar.clear()
          const lists: [number, number][][] = Array.from({ length: 8 }, () => [])
          for (const [day, row, note] of entries) {
            calendar.add(day, row, note)
            if (day < 8) lists[Math.max(0, day)].push([row, note])
          }
          for (const [day, list] of lists.entries()) expect(due(calendar, day)).toEqual(list)
        }
      }),
      { numRuns: 60 },
    )
  })
})
