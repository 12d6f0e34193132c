import type { Scenario } from '../../shared/schema/scenario.ts'

/** A small pool and two months with a draw a week: quick to start, long enough to interrupt. */
export const testScenario: Scenario = {
  schemaVersion: 1,
  id: 'test',
  title: { en: 'A test', fr: 'Un essai' },
  question: { en: 'Does it run?', fr: 'Est-ce que ça marche ?' },
  sources: [],
  asOf: '2025-12-17',
  horizonDays: 60,
  seed: 'test',
  rules: [{ from: '2025-03-25', rulesetId: '2025-03-25' }],
  population: { size: 3000 },
  arrivals: { perDay: 12 },
  schedule: {
    cadences: [
      { stream: 'cec', firstDate: '2025-12-20', everyDays: 7, sizes: [20] },
      { stream: 'french', firstDate: '2025-12-23', everyDays: 14, sizes: [5] },
    ],
  },
}
