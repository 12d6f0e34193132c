import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../server/packageRoot.ts'
import { readScenario } from '../../shared/scenario/load.ts'
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
