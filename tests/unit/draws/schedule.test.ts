import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { plannedDraws } from '../../../shared/draws/schedule.ts'
import type { Schedule } from '../../../shared/schema/scenario.ts'

const planned = (schedule: Schedule, from = '2026-01-01', to = '2026-03-31') =>
  plannedDraws(schedule, { from, to, history: publishedDraws, seed: 'any' })

describe('a schedule', () => {
  it('repeats a cadence, its sizes in turn, and moves weekends to Monday', () => {
    const draws = planned({
      cadences: [{ stream: 'cec', firstDate: '2026-01-03', everyDays: 14, sizes: [1000, 2000] }],
    })
    expect(draws.slice(0, 3)).toEqual([
      { date: '2026-01-05', stream: 'cec', size: 1000 },
      { date: '2026-01-19', stream: 'cec', size: 2000 },
      { date: '2026-02-02', stream: 'cec', size: 1000 },
    ])
  })

  it('holds nominees first, then CEC, then categories on one day', () => {
    const on = (stream: 'french' | 'cec' | 'pnp') => ({ date: '2026-01-07', stream, size: 1 })
    expect(planned({ draws: [on('french'), on('cec'), on('pnp')] }).map(({ stream }) => stream)).toEqual([
      'pnp',
      'cec',
      'french',
    ])
  })

  it('leaves out what a pause covers, both ends included, for its streams or for all', () => {
    const cadences = [
      { stream: 'cec' as const, firstDate: '2026-01-05', everyDays: 7, sizes: [1] },
      { stream: 'pnp' as const, firstDate: '2026-01-05', everyDays: 7, sizes: [1] },
    ]
    const dates = (schedule: Schedule, stream: string) =>
      planned(schedule, '2026-01-01', '2026-01-31')
        .filter((draw) => draw.stream === stream)
        .map(({ date }) => date)
    const pauses = [{ streams: ['cec' as const], from: '2026-01-12', to: '2026-01-19' }]
    expect(dates({ cadences, pauses }, 'cec')).toEqual(['2026-01-05', '2026-01-26'])
    expect(dates({ cadences, pauses }, 'pnp')).toHaveLength(4)
    expect(planned({ cadences, pauses: [{ from: '2026-01-01', to: '2026-12-31' }] })).toEqual([])
  })

  it('repeats published practice on the same weekdays a year later', () => {
    const again = planned(
      { published: [{ from: '2025-01-01', to: '2025-12-17', shiftDays: 364 }] },
      '2026-01-01',
      '2026-12-31',
    )
    const real = publishedDraws.filter(({ date }) => date >= '2025-01-03' && date <= '2025-12-17')
    expect(again).toHaveLength(real.length)
    expect(again[0]).toEqual({ date: '2026-01-06', stream: 'pnp', size: 471 })
    expect(again.reduce((sum, { size }) => sum + (size ?? 0), 0)).toBe(real.reduce((sum, { size }) => sum + size, 0))
  })

  it('of a daily cadence holds one draw a workday, none on New Year’s Day and none after its last day', () => {
    const daily = { stream: 'cec' as const, firstDate: '1990-01-01', everyDays: 1, sizes: [1] }
    const dates = planned({ cadences: [daily] }, '2026-01-01', '2026-01-11').map(({ date }) => date)
    expect(dates).toEqual(['02', '05', '06', '07', '08', '09'].map((day) => `2026-01-${day}`))
    const until = { ...daily, firstDate: '2026-01-05', everyDays: 5, until: '2026-01-10' }
    expect(planned({ cadences: [until] }).map(({ date }) => date)).toEqual(['2026-01-05'])
  })

  it('keeps to its period', () => {
    expect(
      planned({
        draws: [
          { date: '2025-12-31', stream: 'cec', size: 1 },
          { date: '2026-04-01', stream: 'cec', size: 1 },
        ],
      }),
    ).toEqual([])
  })
})
