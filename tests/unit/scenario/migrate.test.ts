import { describe, expect, it } from 'vitest'
import { migrateScenario, type ScenarioMigration, scenarioMigrations } from '../../../shared/scenario/migrate.ts'
import { SCENARIO_SCHEMA_VERSION } from '../../../shared/schema/scenario.ts'

/** As if there had been three versions: `days` became `horizonDays`, then the draws moved into `schedule`. */
const ladder: Record<number, ScenarioMigration> = {
  1: ({ days, ...rest }) => ({ ...rest, horizonDays: days }),
  2: ({ draws, ...rest }) => ({ ...rest, schedule: { draws } }),
}
const newest = { schemaVersion: 3, horizonDays: 60, schedule: { draws: [] } }

describe('a scenario of an earlier version', () => {
  it.each([
    ['the first', { schemaVersion: 1, days: 60, draws: [] }],
    ['the second', { schemaVersion: 2, horizonDays: 60, draws: [] }],
    ['the newest', newest],
  ])('is brought to the newest step by step: %s', (_, scenario) => {
    const before = structuredClone(scenario)
    expect(migrateScenario(scenario, ladder, 3)).toEqual(newest)
    expect(scenario).toEqual(before)
  })

  it.each([
    ['a later version', { schemaVersion: 4 }],
    ['a version before the first', { schemaVersion: 0 }],
    ['a broken version', { schemaVersion: 1.5 }],
    ['no version', { days: 60 }],
    ['a version that is a text', { schemaVersion: 'constructor' }],
    ['no scenario', null],
  ])('that nothing leads on from stays as it is: %s', (_, value) => {
    expect(migrateScenario(value, ladder, 3)).toBe(value)
  })

  it('has a step for every version this program wrote', () => {
    const written = Array.from({ length: SCENARIO_SCHEMA_VERSION - 1 }, (_, index) => `${index + 1}`)
    expect(Object.keys(scenarioMigrations)).toEqual(written)
  })
})
