import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../shared/lib/day.ts'
import { lastMonths, longestRunMonths, workMonths } from '../../../shared/profile/workMonths.ts'
import type { WorkPeriod } from '../../../shared/schema/profile.ts'

const onDay = parseDay('2025-12-17')
const threeYears = lastMonths(onDay, 36)

/** Whole months, as rules ask for them. */
const wholeMonths = (...jobs: WorkPeriod[]): number => Math.floor(workMonths(jobs, threeYears))
const wholeRun = (...jobs: WorkPeriod[]): number => Math.floor(longestRunMonths(jobs, threeYears))

const job = (from: string, to: string | null, fields: Partial<WorkPeriod> = {}): WorkPeriod => ({
  noc: '21231',
  country: 'canada',
  from,
  to,
  ...fields,
})

describe('months of work', () => {
  it('are calendar months for full-time work, whatever the length of the months', () => {
    expect(wholeMonths(job('2025-02-01', '2025-07-31'))).toBe(6)
    expect(wholeMonths(job('2024-12-17', null))).toBe(12)
    expect(wholeMonths(job('2024-12-19', null))).toBe(11)
  })

  it('reach a year at 1,560 hours as well: 52 weeks of 30', () => {
    expect(wholeMonths(job('2024-12-18', null))).toBe(12)
    expect(wholeMonths(job('2024-01-01', '2024-12-29', { hoursPerWeek: 15 }))).toBe(6)
  })

  it('do not bank hours above 30 a week', () => {
    expect(wholeMonths(job('2025-01-01', '2025-06-30', { hoursPerWeek: 60 }))).toBe(6)
  })

  it('count parallel jobs up to 30 hours together', () => {
    const half = job('2024-01-01', '2024-12-31', { hoursPerWeek: 20 })
    expect(wholeMonths(half, half)).toBe(12)
    expect(wholeMonths(job('2024-01-01', '2024-12-31'), half)).toBe(12)
  })

  it('add up across gaps and employers', () => {
    expect(wholeMonths(job('2024-01-01', '2024-03-31'), job('2024-05-01', '2024-07-31'))).toBe(6)
  })

  it('count only what lies in the window', () => {
    expect(wholeMonths(job('2015-01-01', null))).toBe(36)
    expect(wholeMonths(job('2015-01-01', '2022-12-16'))).toBe(0)
    expect(wholeMonths(job('2026-01-01', null))).toBe(0)
    expect(wholeMonths()).toBe(0)
  })
})

describe('the longest run', () => {
  it('ends at a gap, not at a change of employer', () => {
    const before = job('2024-01-01', '2024-04-30')
    expect(wholeRun(before, job('2024-05-01', '2024-08-31'))).toBe(8)
    expect(wholeRun(before, job('2024-05-02', '2024-08-31'))).toBe(4)
    expect(wholeRun()).toBe(0)
  })

  it('goes on over a weekend between two employers', () => {
    const toFriday = job('2024-01-01', '2024-05-31')
    expect(wholeRun(toFriday, job('2024-06-03', '2024-12-31'))).toBe(12)
    expect(wholeRun(toFriday, job('2024-06-04', '2024-12-31'))).toBe(6)
  })
})
