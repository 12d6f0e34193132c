import { addMonths, civilFromDay, type Day, dayFromCivil } from '../../shared/lib/day.ts'

const stepMonths = [1, 2, 3, 6, 12, 24, 60] as const

/** The first day of the first month from `from` on whose number fits the step: January, April … for 3 months. */
function firstTick(from: Day, step: number): Day {
  const { year, month } = civilFromDay(from)
  const index = Math.ceil((year * 12 + month - 1) / step) * step
  const tick = dayFromCivil({ year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 })
  return tick < from ? addMonths(tick, step) : tick
}

/** Firsts of months between two days, at most `most` of them, evenly apart: days since 1970-01-01. */
export function monthTicks(from: Day, to: Day, most: number): Day[] {
  const months = (to - from) / 30.4
  const step = stepMonths.find((candidate) => months / candidate <= most) ?? stepMonths[stepMonths.length - 1]
  const ticks: Day[] = []
  for (let tick = firstTick(from, step); tick <= to; tick = addMonths(tick, step)) ticks.push(tick)
  return ticks
}
