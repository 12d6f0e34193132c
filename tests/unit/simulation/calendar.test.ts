import { describe, expect, it } from 'vitest'
import { Calendar } from '../../../shared/simulation/calendar.ts'

const due = (calendar: Calendar, day: number): number[] => {
  const rows: number[] = []
  calendar.visit(day, (row) => rows.push(row))
  return rows
}

describe('a calendar', () => {
  it('gives each day its rows, grows with them, and forgets what lies beyond its end', () => {
    const calendar = new Calendar(100, 10, 2)
    calendar.add(101, 0)
    calendar.add(101, 7)
    calendar.add(105, 1)
    calendar.add(110, 3)
    expect(due(calendar, 101)).toEqual([7, 0])
    expect(due(calendar, 105)).toEqual([1])
    expect(due(calendar, 100)).toEqual([])
    expect(due(calendar, 110)).toEqual([])
  })

  it('has what is overdue at its start on its first day', () => {
    const calendar = new Calendar(100, 10, 2)
    calendar.add(42, 0)
    expect(due(calendar, 100)).toEqual([0])
  })

  it('lets a visit move its row to a later day', () => {
    const calendar = new Calendar(0, 3, 2)
    calendar.add(0, 0)
    calendar.add(0, 1)
    calendar.visit(0, (row) => calendar.add(2, row))
    expect(due(calendar, 2).sort()).toEqual([0, 1])
  })
})
