import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../shared/draws/history.ts'
import { isFederalHoliday } from '../../shared/draws/holidays.ts'
import { drawPlanner, sizeAtDraw } from '../../shared/draws/schedule.ts'
import { formatDay, parseDay, weekday } from '../../shared/lib/day.ts'
import { streams } from '../../shared/schema/common.ts'
import type { Cadence, PlannedDraw, Round, Schedule } from '../../shared/schema/scenario.ts'
import { weekdayNames } from '../../shared/schema/scenario.ts'

const period = { from: '2026-01-01', to: '2026-12-31', history: publishedDraws }
const firstDay = parseDay(period.from)
const stream = fc.constantFrom(...streams)
const seed = fc.string({ minLength: 1, maxLength: 8 })
const date = fc.integer({ min: 0, max: 364 }).map((days) => formatDay(firstDay + days))
const size = fc.integer({ min: 0, max: 9000 })

/** Rhythms say their jitter in their floor, so that a draw can be held against the rule it came from; listed draws have 1. */
const LISTED = 1
const JITTER_FLOOR = 100
const practice = { from: '2025-01-01', to: '2025-12-17', streams: ['cec' as const, 'french' as const] }
const sizing = fc.oneof(
  fc.array(size, { minLength: 1, maxLength: 4 }).map((sizes) => ({ sizes })),
  fc.constant({ sizesFrom: practice }),
)
const UNTIL = '2026-11-30'
const rhythm = fc.record({ firstDate: date, everyDays: fc.integer({ min: 1, max: 60 }), until: fc.constant(UNTIL) })
const jitter = fc.integer({ min: 0, max: 4 })

const cadence: fc.Arbitrary<Cadence> = fc
  .tuple(stream, rhythm, jitter, sizing)
  .map(([one, when, jitterDays, sizes]) => ({
    stream: one,
    ...when,
    ...sizes,
    jitterDays,
    minimumScore: JITTER_FLOOR + jitterDays,
  }))
const round: fc.Arbitrary<Round> = fc
  .tuple(fc.array(fc.tuple(stream, sizing), { minLength: 1, maxLength: 3 }), rhythm, jitter)
  .map(([draws, when, jitterDays]) => ({
    ...when,
    jitterDays,
    draws: draws.map(([one, sizes]) => ({ streams: [one], ...sizes, minimumScore: JITTER_FLOOR + jitterDays })),
  }))
const pause = fc.record({
  from: date,
  to: date,
  streams: fc.option(fc.array(stream, { minLength: 1, maxLength: 4 }), { nil: undefined }),
})
const weekdays = fc.option(fc.subarray([...weekdayNames], { minLength: 1 }), { nil: undefined })
const listed = fc.record({ date, stream, size, minimumScore: fc.constant(LISTED) })

/** Schedules of all parts but repeated draws; their rhythms share one choice of weekdays. */
const arbitrarySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    draws: fc.array(listed, { maxLength: 4 }),
    cadences: fc.array(cadence, { maxLength: 3 }),
    rounds: fc.array(round, { maxLength: 2 }),
    pauses: fc.array(pause, { maxLength: 2 }),
    days: weekdays,
  })
  .map(({ draws, cadences, rounds, pauses, days }) => ({
    draws,
    pauses,
    cadences: cadences.map((one) => ({ ...one, weekdays: days })),
    rounds: rounds.map((one) => ({ ...one, weekdays: days })),
  }))

const isListed = ({ minimumScore }: PlannedDraw) => minimumScore === LISTED
const openDay = ({ cadences = [], rounds = [] }: Schedule, day: number): boolean => {
  const allowed = [...cadences, ...rounds][0]?.weekdays ?? ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
  return (allowed as string[]).includes(weekdayNames[weekday(day)]) && !isFederalHoliday(day)
}

describe('the draws of a schedule', () => {
  it('are the same slots for every seed: as many, each of its stream and floor', () => {
    fc.assert(
      fc.property(arbitrarySchedule, seed, (schedule, one) => {
        const plan = drawPlanner(schedule, period)
        const identity = (draws: readonly PlannedDraw[]) => draws.map((draw) => [draw.stream, draw.minimumScore])
        expect(identity(plan(one).draws)).toEqual(identity(plan().draws))
      }),
    )
  })

  it('rise by date, nominal or of a seed, within the run', () => {
    fc.assert(
      fc.property(arbitrarySchedule, fc.option(seed, { nil: undefined }), (schedule, one) => {
        const dates = drawPlanner(schedule, period)(one).draws.map((draw) => draw.date)
        expect(dates).toEqual([...dates].sort())
        expect(dates.every((day) => day >= period.from && day <= period.to)).toBe(true)
      }),
    )
  })

  it('are held on allowed weekdays, on no federal holiday and in no pause, none after the last day', () => {
    fc.assert(
      fc.property(arbitrarySchedule, seed, (schedule, one) => {
        for (const draw of drawPlanner(schedule, period)(one).draws) {
          if (!isListed(draw)) expect(draw.date <= UNTIL).toBe(true)
          if (!isListed(draw)) expect([draw.date, openDay(schedule, parseDay(draw.date))]).toEqual([draw.date, true])
          const paused = schedule.pauses?.some(
            ({ from, to, streams: only }) =>
              draw.date >= from && draw.date <= to && (only?.includes(draw.stream) ?? true),
          )
          expect([draw, paused]).toEqual([draw, false])
        }
      }),
    )
  })

  it('are at most their jitter of open days away from their nominal dates; listed ones are on theirs', () => {
    fc.assert(
      fc.property(arbitrarySchedule, seed, (schedule, one) => {
        const plan = drawPlanner(schedule, period)
        const nominal = plan().draws
        for (const [slot, draw] of plan(one).draws.entries()) {
          const days = [parseDay(nominal[slot].date), parseDay(draw.date)].sort((a, b) => a - b)
          let moved = 0
          for (let day = days[0]; day < days[1]; day++) moved += Number(openDay(schedule, day))
          const most = isListed(draw) ? 0 : (draw.minimumScore ?? 0) - JITTER_FLOOR
          expect(isListed(draw) ? days[1] - days[0] : moved).toBeLessThanOrEqual(most)
        }
      }),
    )
  })

  it('without jitter and sampled sizes show nothing of the seed', () => {
    const fixed = arbitrarySchedule.map((schedule) => ({
      ...schedule,
      cadences: schedule.cadences?.map((one) => ({ ...one, jitterDays: 0, sizes: [1, 2], sizesFrom: undefined })),
      rounds: [],
    }))
    fc.assert(
      fc.property(fixed, seed, (schedule, one) => {
        const plan = drawPlanner(schedule, period)
        expect(plan(one)).toEqual(plan())
      }),
    )
  })

  it('leave each other’s chance alone: a cadence has the sizes it has beside others', () => {
    fc.assert(
      fc.property(cadence, cadence, seed, (one, other, chance) => {
        const [a, b] = [
          { ...one, minimumScore: 501, jitterDays: 0 },
          { ...other, minimumScore: 502 },
        ]
        const alone = drawPlanner({ cadences: [a] }, period)(chance).draws
        const together = drawPlanner({ cadences: [a, b] }, period)(chance).draws
        expect(together.filter(({ minimumScore }) => minimumScore === 501)).toEqual(alone)
      }),
    )
  })
})

describe('the budget of a year', () => {
  const budgeted = fc.record({ schedule: arbitrarySchedule, itas: fc.integer({ min: 0, max: 200_000 }), chance: seed })
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

  it('is what its draws add up to, unless listed draws alone exceed it or nothing can be steered', () => {
    fc.assert(
      fc.property(budgeted, ({ schedule, itas, chance }) => {
        const plain = drawPlanner(schedule, period)(chance).draws
        const fixed = sum(plain.filter(isListed).map((draw) => draw.size ?? 0))
        const steerable = plain.some((draw) => !isListed(draw) && (draw.size ?? 0) > 0)
        const { draws } = drawPlanner({ ...schedule, budgets: [{ year: 2026, itas }] }, period)(chance)
        expect(sum(draws.map((draw) => draw.size ?? 0))).toBe(steerable ? Math.max(fixed, itas) : fixed)
        expect(draws.filter(isListed)).toEqual(plain.filter(isListed))
      }),
    )
  })

  it('is issued to the last ITA when streams run dry in between and the last steered draw has people enough', () => {
    const caps = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 400, maxLength: 400 })
    fc.assert(
      fc.property(budgeted, caps, ({ schedule, itas, chance }, capBySlot) => {
        const plan = drawPlanner({ ...schedule, draws: [], budgets: [{ year: 2026, itas }] }, period)(chance)
        const lastSteered = plan.budgets[0].parts.findLastIndex(({ weight }) => weight > 0)
        const invited: number[] = []
        for (const slot of plan.draws.keys()) {
          const cap = slot === lastSteered ? itas : (capBySlot[slot] ?? 0)
          invited.push(Math.min(cap, sizeAtDraw(plan, slot, invited) ?? 0))
        }
        expect(sum(invited)).toBe(lastSteered < 0 ? 0 : itas)
      }),
    )
  })

  it('gives every draw its planned size as long as all before it issued theirs', () => {
    fc.assert(
      fc.property(budgeted, ({ schedule, itas, chance }) => {
        const plan = drawPlanner({ ...schedule, budgets: [{ year: 2026, itas }] }, period)(chance)
        const planned = plan.draws.map((draw) => draw.size ?? 0)
        expect(plan.draws.map((_, slot) => sizeAtDraw(plan, slot, planned))).toEqual(planned)
      }),
    )
  })
})
