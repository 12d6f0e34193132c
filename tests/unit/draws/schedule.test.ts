import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { drawPlanner, sizeAtDraw } from '../../../shared/draws/schedule.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import type { Schedule } from '../../../shared/schema/scenario.ts'

const planned = (schedule: Schedule, from = '2026-01-01', to = '2026-03-31') =>
  drawPlanner(schedule, { from, to, history: publishedDraws })('any').draws

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

  it.each([
    { everyDays: undefined },
    { everyDays: 0 },
    { everyDays: -7 },
    { everyDays: 'many' },
    { weekdays: [] },
    { firstDate: undefined },
  ])('of a scenario that nobody has read yet never goes on for ever: %j', (wrong) => {
    const rhythm = { firstDate: '2026-01-05', everyDays: 7, sizes: [1], ...wrong }
    expect(() => planned({ cadences: [{ stream: 'cec', ...rhythm }] } as unknown as Schedule)).toThrow()
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

  it('holds every draw of a stream so many times as large, rounded to whole invitations', () => {
    const schedule = {
      published: [{ from: '2025-01-01', to: '2025-12-17', shiftDays: 364 }],
      draws: [{ date: '2026-05-04', stream: 'cec' as const, size: 101 }],
    }
    const drawn = (sizeFactors?: { cec: number }) => planned({ ...schedule, sizeFactors }, '2026-01-01', '2026-12-31')
    const halved = drawn().map((draw) => ({
      ...draw,
      size: draw.stream === 'cec' ? Math.round((draw.size ?? 0) / 2) : draw.size,
    }))
    expect(drawn({ cec: 0.5 })).toEqual(halved)
    expect(drawn({ cec: 0 }).some(({ stream, size }) => stream === 'cec' && size !== 0)).toBe(false)
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

const year2026 = { from: '2026-01-01', to: '2026-12-31', history: publishedDraws }
const datesOf = (draws: readonly { date: string }[]) => draws.map(({ date }) => date)

describe('a cadence', () => {
  const weekly = { stream: 'cec' as const, firstDate: '2026-03-27', everyDays: 7, sizes: [1] }

  it('passes over federal holidays: Good Friday and Easter Monday make it a Tuesday', () => {
    expect(datesOf(planned({ cadences: [weekly] }, '2026-03-20', '2026-04-12'))).toEqual([
      '2026-03-27',
      '2026-04-07',
      '2026-04-10',
    ])
  })

  it('keeps to its weekdays, holidays aside', () => {
    const wednesdays = { ...weekly, weekdays: ['wednesday' as const] }
    expect(datesOf(planned({ cadences: [wednesdays] }, '2026-06-15', '2026-07-09'))).toEqual([
      '2026-06-17',
      '2026-06-24',
      '2026-07-08',
    ])
  })

  it('takes sizes from practice: any published one in the period, of its stream, the median when nominal', () => {
    const sampled: Schedule = {
      cadences: [
        {
          stream: 'french',
          firstDate: '2026-01-05',
          everyDays: 7,
          sizesFrom: { from: '2025-01-01', to: '2025-12-17' },
        },
      ],
    }
    const published = publishedDraws.filter(({ date, stream }) => date >= '2025-01-01' && stream === 'french')
    const practice = new Set(published.map(({ size }) => size))
    const plan = drawPlanner(sampled, year2026)
    const drawn = new Set(['a', 'b', 'c'].flatMap((seed) => plan(seed).draws.map(({ size }) => size)))
    expect(drawn).toEqual(practice)
    expect(new Set(plan().draws.map(({ size }) => size))).toEqual(new Set([6000]))
  })

  it('may take its sizes from the practice of another stream', () => {
    const borrowed = { from: '2025-09-18', to: '2025-09-18', streams: ['trades' as const] }
    const [draw] = drawPlanner(
      { cadences: [{ stream: 'transport', firstDate: '2026-01-05', everyDays: 30, sizesFrom: borrowed }] },
      year2026,
    )().draws
    expect(draw).toEqual({ date: '2026-01-05', stream: 'transport', size: 1250 })
  })

  it('with jitter is as often on each of the days around its own', () => {
    const jittered = { stream: 'cec' as const, firstDate: '2026-02-04', everyDays: 30, jitterDays: 2, sizes: [1] }
    const plan = drawPlanner({ cadences: [jittered] }, year2026)
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 1000; seed++) {
      const [{ date }] = plan(`${seed}`).draws
      counts.set(date, (counts.get(date) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'])
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(50)
  })

  it('with jitter moves each turn by itself, and apart from another cadence', () => {
    const daysMoved = (draws: readonly { date: string }[], firstDate: string) =>
      draws.map(({ date }, turn) => parseDay(date) - parseDay(firstDate) - 28 * turn)
    const every28 = { everyDays: 28, jitterDays: 1, sizes: [1] }
    const cadences = [
      { ...every28, stream: 'cec' as const, firstDate: '2026-01-07' },
      { ...every28, stream: 'french' as const, firstDate: '2026-01-14' },
    ]
    const { draws } = drawPlanner({ cadences }, year2026)('one')
    const [cec, french] = [
      draws.filter(({ stream }) => stream === 'cec'),
      draws.filter(({ stream }) => stream !== 'cec'),
    ]
    const moved = [daysMoved(cec, '2026-01-07'), daysMoved(french, '2026-01-14')]
    for (const days of moved) expect(new Set(days)).toEqual(new Set([-1, 0, 1]))
    expect(moved[0]).not.toEqual(moved[1])
  })

  it('with jitter stops before a pause and at the end of the run', () => {
    const schedule: Schedule = {
      cadences: [{ stream: 'cec', firstDate: '2026-02-04', everyDays: 300, jitterDays: 5, sizes: [1] }],
      pauses: [{ from: '2026-02-06', to: '2026-02-20' }],
    }
    const plan = drawPlanner(schedule, { ...year2026, from: '2026-02-03' })
    const dates = new Set(Array.from({ length: 60 }, (_, seed) => plan(`${seed}`).draws[0].date))
    expect([...dates].sort()).toEqual(['2026-02-03', '2026-02-04', '2026-02-05'])
  })
})

describe('a round', () => {
  const rounds = [
    {
      firstDate: '2026-01-05',
      everyDays: 14,
      draws: [
        { streams: ['pnp' as const], sizes: [400] },
        { streams: ['cec' as const], sizes: [1000, 2000], minimumScore: 500 },
        { streams: ['french' as const, 'healthcare' as const], offsetWorkdays: 4, sizes: [3000] },
      ],
    },
  ]

  it('holds its draws on workdays one after the other, streams and sizes in turn, floors with them', () => {
    expect(planned({ rounds }, '2026-01-01', '2026-01-31')).toEqual([
      { date: '2026-01-05', stream: 'pnp', size: 400 },
      { date: '2026-01-06', stream: 'cec', size: 1000, minimumScore: 500 },
      { date: '2026-01-09', stream: 'french', size: 3000 },
      { date: '2026-01-19', stream: 'pnp', size: 400 },
      { date: '2026-01-20', stream: 'cec', size: 2000, minimumScore: 500 },
      { date: '2026-01-23', stream: 'healthcare', size: 3000 },
    ])
  })

  it('of one day is held in the order nominees, CEC, a category', () => {
    const draws = (['french', 'cec', 'pnp'] as const).map((stream) => ({
      streams: [stream],
      offsetWorkdays: 0,
      sizes: [1],
    }))
    const oneDay = planned({ rounds: [{ ...rounds[0], draws }] }, '2026-01-01', '2026-01-10')
    expect(oneDay.map(({ stream }) => stream)).toEqual(['pnp', 'cec', 'french'])
  })

  it('loses what a pause covers and ends with its last day', () => {
    const paused = { rounds, pauses: [{ streams: ['cec' as const], from: '2026-01-01', to: '2026-01-15' }] }
    expect(datesOf(planned(paused, '2026-01-01', '2026-01-19'))).toEqual(['2026-01-05', '2026-01-09', '2026-01-19'])
    expect(datesOf(planned({ rounds: [{ ...rounds[0], until: '2026-01-06' }] }))).toEqual(['2026-01-05', '2026-01-06'])
  })

  it('moves as a whole', () => {
    const plan = drawPlanner({ rounds: [{ ...rounds[0], jitterDays: 3 }] }, year2026)
    const firsts = Array.from({ length: 20 }, (_, seed) => datesOf(plan(`${seed}`).draws.slice(3, 5)).join(' '))
    expect(new Set(firsts)).toEqual(
      new Set([
        '2026-01-14 2026-01-15',
        '2026-01-15 2026-01-16',
        '2026-01-16 2026-01-19',
        '2026-01-19 2026-01-20',
        '2026-01-20 2026-01-21',
        '2026-01-21 2026-01-22',
        '2026-01-22 2026-01-23',
      ]),
    )
  })
})

describe('a budget', () => {
  const monthly = { firstDate: '2026-01-05', everyDays: 30 }
  const cadences = [
    { ...monthly, stream: 'cec' as const, sizes: [3] },
    { ...monthly, stream: 'french' as const, sizes: [1] },
  ]
  const itasIn = (draws: readonly { stream: string; size?: number }[], ...only: string[]) =>
    draws.filter(({ stream }) => only.includes(stream)).reduce((sum, { size = 0 }) => sum + size, 0)

  it('scales the sizes of cadences and rounds so that the year adds up to it', () => {
    const draws = planned({ cadences, budgets: [{ year: 2026, itas: 100_000 }] }, '2026-01-01', '2026-12-31')
    expect(draws).toHaveLength(26)
    expect(itasIn(draws, 'cec', 'french')).toBe(100_000)
    expect(itasIn(draws, 'cec')).toBeGreaterThanOrEqual(74_990)
    expect(itasIn(draws, 'cec')).toBeLessThanOrEqual(75_010)
  })

  it('in persons counts principal applicants and the share of ITAs that are used', () => {
    const persons = { year: 2026, persons: 90_000, personsPerPrincipalApplicant: 1.5, shareOfItasUsed: 0.6 }
    const draws = planned({ cadences, budgets: [persons] }, '2026-01-01', '2026-12-31')
    expect(itasIn(draws, 'cec', 'french')).toBe(100_000)
  })

  it('pays for listed draws but does not change them, and leaves other streams and years alone', () => {
    const schedule: Schedule = {
      cadences: [...cadences, { ...monthly, stream: 'pnp', sizes: [500] }],
      draws: [{ date: '2026-10-07', stream: 'cec', size: 20_000 }],
      budgets: [{ year: 2026, streams: ['cec'], itas: 50_000 }],
    }
    const draws = planned(schedule, '2026-01-01', '2027-02-28')
    const [in2026, in2027] = [draws.filter(({ date }) => date < '2027'), draws.filter(({ date }) => date > '2027')]
    expect(itasIn(in2026, 'cec')).toBe(50_000)
    expect(in2026).toContainEqual({ date: '2026-10-07', stream: 'cec', size: 20_000 })
    expect(itasIn(in2026, 'french', 'pnp')).toBe(13 * 501)
    expect(in2027.map(({ size }) => size)).toEqual([500, 3, 1])
  })

  it('has already been spent on what was published in the year before the run', () => {
    const issued = publishedDraws.filter(({ date, stream }) => date.startsWith('2025') && stream === 'cec')
    const before = issued.filter(({ date }) => date < '2025-06-01').reduce((sum, { size }) => sum + size, 0)
    const schedule: Schedule = {
      cadences: [{ stream: 'cec', firstDate: '2025-06-02', everyDays: 20, sizes: [1] }],
      budgets: [{ year: 2025, streams: ['cec'], itas: before + 7000 }],
    }
    expect(itasIn(planned(schedule, '2025-06-01', '2025-12-31'), 'cec')).toBe(7000)
  })

  it('keeps its share for the rest of the year when the run ends before', () => {
    const schedule = { cadences, budgets: [{ year: 2026, itas: 100_000 }] }
    const whole = planned(schedule, '2026-01-01', '2026-12-31')
    const half = planned(schedule, '2026-01-01', '2026-06-30')
    expect(half).toEqual(whole.slice(0, half.length))
  })

  it('gives to later draws what an earlier one could not issue, by weight', () => {
    const plan = drawPlanner({ cadences, budgets: [{ year: 2026, itas: 104_000 }] }, year2026)()
    expect([sizeAtDraw(plan, 0, []), sizeAtDraw(plan, 1, [6000])]).toEqual([6000, 2000])
    // CEC issued 470 instead of 6,000: 103,530 are left for weights of 49, of which French has 1.
    expect(sizeAtDraw(plan, 1, [470])).toBe(Math.round(103_530 / 49))
    expect(sizeAtDraw(plan, 25, new Array(25).fill(4000))).toBe(104_000 - 25 * 4000)
    expect(sizeAtDraw(plan, 25, new Array(25).fill(5000))).toBe(0)
  })

  it('is absent: a draw keeps its planned size, or none', () => {
    const draws = [{ date: '2026-01-07', stream: 'cec' as const, minimumScore: 500 }]
    const plan = drawPlanner({ draws, cadences }, year2026)()
    expect([sizeAtDraw(plan, 0, []), sizeAtDraw(plan, 2, [0, 0])]).toEqual([3, undefined])
  })
})
