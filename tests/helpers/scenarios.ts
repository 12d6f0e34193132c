import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../server/packageRoot.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import type { LifeEvents } from '../../shared/schema/lifeEvents.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'

/** A scenario of the `scenarios/` folder, with some fields replaced. */
export function builtInScenario(id: string, changes: Partial<Scenario> = {}): Scenario {
  const text = readFileSync(join(packageRoot, 'scenarios', `${id}.json`), 'utf8')
  return readScenario({ ...JSON.parse(text), ...changes })
}

/** A scenario small enough for a thousand property runs: 4,000 people unless said otherwise. */
export const smallScenario = (changes: Partial<Scenario> = {}): Scenario =>
  builtInScenario('baseline-2026', {
    id: 'small',
    horizonDays: 60,
    population: { size: 4000 },
    arrivals: { perDay: 15 },
    schedule: { cadences: [{ stream: 'cec', firstDate: '2025-12-16', everyDays: 7, sizes: [30] }] },
    ...changes,
  })

/** Nothing happens to people while they wait. */
export const withoutLife: LifeEvents = {
  birthdays: { on: false },
  canadianExperience: { on: false },
  foreignExperience: { on: false },
  categoryExperience: { on: false },
  cecWindow: { on: false },
  languageTestExpiry: { on: false },
  credentialExpiry: { on: false },
  languageRetakes: { on: false },
  nominations: { on: false },
  frenchLearning: { on: false },
  marriages: { on: false },
  reentry: { on: false },
}

/** Everything happens often, so that a small pool meets it in a short time. */
export const restlessLife: LifeEvents = {
  languageTestExpiry: { renewedInTime: 0.2, renewedLater: 0.8 },
  credentialExpiry: { renewedInTime: 0.2, renewedLater: 0.8 },
  languageRetakes: { perYear: 0.6 },
  nominations: { perDay: 3 },
  frenchLearning: { perYear: 0.5 },
  marriages: { perYear: 0.5 },
  reentry: { afterExpiry: 0.6, afterLapse: 0.6 },
}
