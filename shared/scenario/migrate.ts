import { SCENARIO_SCHEMA_VERSION } from '../schema/scenario.ts'

/** A scenario of some version, as it was written. */
export type VersionedScenario = Readonly<Record<string, unknown>> & { schemaVersion: number }

/** What a scenario of one version is in the next one. Pure; it need not set `schemaVersion`. */
export type ScenarioMigration = (scenario: VersionedScenario) => Readonly<Record<string, unknown>>

/** By the version they start from: every version this program wrote before the present one. There is none yet. */
export const scenarioMigrations: Readonly<Record<number, ScenarioMigration>> = {}

const isVersioned = (value: unknown): value is VersionedScenario =>
  typeof value === 'object' && value !== null && 'schemaVersion' in value && typeof value.schemaVersion === 'number'

/**
 * A scenario as the newest version has it, step by step; unchanged where no step leads on: a present one, and whatever is
 * refused by whoever reads it.
 */
export function migrateScenario(
  value: unknown,
  migrations: Readonly<Record<number, ScenarioMigration>> = scenarioMigrations,
  newest: number = SCENARIO_SCHEMA_VERSION,
): unknown {
  let migrated = value
  while (isVersioned(migrated) && migrated.schemaVersion < newest) {
    const { schemaVersion } = migrated
    if (!Object.hasOwn(migrations, schemaVersion)) return value
    migrated = { ...migrations[schemaVersion](migrated), schemaVersion: schemaVersion + 1 }
  }
  return migrated
}
