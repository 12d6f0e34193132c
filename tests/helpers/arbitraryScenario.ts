import fc from 'fast-check'
import type { Stream } from '../../shared/schema/common.ts'
import { restlessLife, smallScenario, withoutLife } from './scenarios.ts'

const stream = fc.constantFrom<Stream>('general', 'cec', 'pnp', 'french', 'healthcare', 'military')
const cadence = fc.record({
  stream,
  firstDate: fc.constantFrom('2025-12-14', '2025-12-16', '2026-01-05'),
  everyDays: fc.integer({ min: 1, max: 30 }),
  sizes: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 3 }),
})

/** Small scenarios of every kind: nobody in the pool, nobody who comes, no draws, a draw a day, one day in all ... */
export const arbitraryScenario = fc
  .record({
    horizonDays: fc.integer({ min: 1, max: 120 }),
    size: fc.constantFrom(0, 1, 50, 3000),
    perDay: fc.constantFrom(0, 1, 20),
    withdrawalPerDay: fc.constantFrom(0, 0.01, 1),
    validityMonths: fc.constantFrom(1, 12),
    daysToApply: fc.integer({ min: 1, max: 60 }),
    lifeEvents: fc.constantFrom({}, withoutLife, restlessLife),
    cadences: fc.array(cadence, { maxLength: 3 }),
  })
  .map(({ horizonDays, size, perDay, withdrawalPerDay, validityMonths, daysToApply, lifeEvents, cadences }) =>
    smallScenario({
      horizonDays,
      population: { size },
      arrivals: { perDay },
      attrition: { withdrawalPerDay, validityMonths },
      lifeEvents,
      invitations: { daysToApply, outcomes: { cec: { applies: 0.3, declines: 0.4 } } },
      schedule: { cadences },
    }),
  )
